package dev.cuecard.cli.check;

import dev.cuecard.data.Json;
import dev.cuecard.data.Version;
import dev.cuecard.diagnostic.Diagnostic;
import dev.cuecard.diagnostic.Label;
import dev.cuecard.output.Envelope;

/** The form of {@code check --format json}; {@code check.schema.json} beside this class describes it. */
final class CheckJson {

    private CheckJson() {}

    static Json.Obj of(CheckReport report) {
        return Json.object()
                .put("check", 1)
                .put("cuecard", Version.text())
                .put("files", report.files())
                .put("errors", report.errors())
                .put("warnings", (report.findings().size() - report.errors()))
                .put(
                        "findings",
                        Json.array(report.findings().stream()
                                .map(CheckJson::finding)
                                .toList()))
                .put(
                        "trusted",
                        Json.array(report.trusted().stream()
                                .map(one -> Json.object()
                                        .put("place", Envelope.place(one.span()))
                                        .put("reason", one.reason())
                                        .done())
                                .toList()))
                .done();
    }

    private static Json.Obj finding(Diagnostic finding) {
        Label primary = finding.primary();
        return Json.object()
                .put("severity", finding.severity().word())
                .put("code", finding.code().name())
                .put("message", finding.message())
                .put("label", primary == null ? Json.nil() : Json.of(primary.text()))
                .put("place", Envelope.place(primary == null ? null : primary.span()))
                .put(
                        "secondary",
                        Json.array(finding.secondary().stream()
                                .map(label -> Json.object()
                                        .put("label", label.text())
                                        .put("place", Envelope.place(label.span()))
                                        .done())
                                .toList()))
                .put("notes", Json.array(finding.notes().stream().map(Json::of).toList()))
                .put("help", finding.help() == null ? Json.nil() : Json.of(finding.help()))
                .done();
    }
}
