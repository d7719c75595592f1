package dev.cuecard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JvmSettingsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "headers | ''",
                "errors,headers,requests | errors,requests",
                "Headers, errors | errors",
                "all | errors,requests,content,frames,ssl,trace,channel",
                "ALL,headers | errors,requests,content,frames,ssl,trace,channel",
                "trace,frames:all | trace,frames:all",
            })
    void theJdkLogsNoHeader(String asked, String set) {
        assertThat(JvmSettings.withoutHeaders(asked)).isEqualTo(set);
    }
}
