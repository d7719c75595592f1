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
  const show = () => {
    theme.textContent = dark() ? "Light" : "Dark";
    theme.setAttribute("aria-pressed", String(dark()));
  };
  theme.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; show(); });
  show();

  const words = by("words");
  const verdict = by("verdict");
  const fits = (one, wanted, which) =>
    (which === "" || one.dataset.verdict === which
      || (which === "!" && one.dataset.verdict !== "passed" && one.dataset.verdict !== "skipped"))
    && wanted.every(word => one.dataset.text.includes(word));
  const filter = () => {
    const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const one of cases) {
      one.hidden = !fits(one, wanted, verdict.value);
      shown += one.hidden ? 0 : 1;
    }
    for (const file of files) {
      file.hidden = !file.querySelector(".case:not([hidden])");
    }
    by("shown").textContent = shown + " of " + cases.length;
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
      one.open = true;
      one.scrollIntoView();
    }
  };
  addEventListener("hashchange", follow);
  filter();
  follow();
})();
