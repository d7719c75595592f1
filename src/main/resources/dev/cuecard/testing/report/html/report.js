"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const by = id => document.getElementById(id);
  const cases = [...document.querySelectorAll(".case")];
  const files = [...document.querySelectorAll("section.file")];

  const theme = by("theme");
  const dark = () => root.dataset.theme
    ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const show = () => theme.setAttribute("aria-pressed", String(dark()));
  theme.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; show(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  show();

  const words = by("words");
  const verdict = by("verdict");
  const fits = (one, wanted, which) =>
    (which === "" || one.dataset.verdict === which
      || (which === "!" && one.dataset.verdict !== "passed" && one.dataset.verdict !== "skipped"))
    && wanted.every(word => one.dataset.text.includes(word));
  const time = ms => ms < 1000 ? ms + " ms" : (ms / 1000).toFixed(1) + " s";
  const cost = usd => usd === 0 ? "$0" : "$" + (usd < 1
    ? usd.toLocaleString("en", { maximumSignificantDigits: 2 }) : usd.toFixed(2));
  // What those come to that are shown; of some the cost may not be known.
  const sums = shown => {
    const asked = shown.filter(one => one.dataset.ms !== undefined);
    if (asked.length === 0) {
      return "";
    }
    const known = asked.filter(one => one.dataset.usd !== "");
    const usd = known.reduce((sum, one) => sum + Number(one.dataset.usd), 0);
    const all = known.length === asked.length;
    return ", " + time(asked.reduce((sum, one) => sum + Number(one.dataset.ms), 0))
      + ", " + (all ? cost(usd) : usd === 0 ? "cost unknown" : "at least " + cost(usd));
  };
  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const shown = [];
    for (const one of cases) {
      one.hidden = !fits(one, wanted, verdict.value);
      if (!one.hidden) {
        shown.push(one);
      }
    }
    for (const file of files) {
      file.hidden = !file.querySelector(".case:not([hidden])");
    }
    by("shown").textContent = shown.length + " of " + cases.length + sums(shown);
  };
  let asked = 0;
  words.addEventListener("input", () => { cancelAnimationFrame(asked); asked = requestAnimationFrame(filter); });
  verdict.addEventListener("change", filter);
  by("filter").addEventListener("submit", event => event.preventDefault());
  by("unfold").addEventListener("click", event => {
    const open = event.target.textContent.startsWith("Open");
    cases.filter(one => !one.hidden).forEach(one => { one.open = open; });
    event.target.textContent = open ? "Close all that are shown" : "Open all that are shown";
  });
  document.addEventListener("keydown", event => {
    if (event.key === "/" && !/^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) {
      event.preventDefault();
      words.focus();
    }
  });

  const follow = () => {
    const one = location.hash && by(location.hash.slice(1));
    if (one && one.classList.contains("case")) {
      one.hidden = false;
      one.closest("section.file").hidden = false;
      one.open = true;
      one.scrollIntoView();
    }
  };
  addEventListener("hashchange", follow);
  filter();
  follow();
})();
