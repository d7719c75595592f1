package dev.cuecard.diagnostic;

/**
 * The stable numbers of mistakes, by stage: P0xx text and syntax, P1xx imports and files, P2xx names, types and taint,
 * P3xx settings and the request, P4xx inputs and rendering, P5xx the reply, P6xx tests and recordings, P7xx providers
 * and configuration, P8xx lints. A number is never given to another mistake; what each means is told by
 * {@link Explanation}.
 */
public enum Code {
    /** Something else is expected. */
    P001,
    /** A text block is never closed. */
    P002,
    /** A string is never closed. */
    P003,
    /** A bracket is never closed. */
    P004,
    /** A tag is never closed. */
    P005,
    /** A comment is never closed. */
    P006,
    /** A closing bracket closes nothing. */
    P007,
    /** Something is nested too deeply. */
    P008,
    /** A word begins no declaration or statement. */
    P009,
    /** A declaration or statement is not on a line of its own, or not where it has a meaning. */
    P010,
    /** A word of the language names something that it may not. */
    P011,
    /** An escape in a string is not known. */
    P012,
    /** A number is not written as one. */
    P013,
    /** A character has no meaning outside text. */
    P014,
    /** Text stands on the line of the quotes that open its block. */
    P015,
    /** Tabs and blanks are mixed in the indentation of a text block. */
    P016,
    /** An `if` or `for` of a text has no `end`. */
    P017,
    /** An `else` or `end` of a text belongs to nothing. */
    P018,
    /** A tag is that of another template language. */
    P019,
    /** An operator or word is that of another language. */
    P020,
    /** The file is in the format of another tool. */
    P021,
    /** `:` stands for `=`, or `=` for `:`. */
    P022,
    /** A `///` comment documents nothing. */
    P023,
    /** A declaration is not finished. */
    P024,
    /** What a role or `history` takes does not begin on its line. */
    P025,
    /** Something that is no name is called. */
    P026,
    /** A tag stands in a text that must be plain. */
    P027,
    /** A tag stands outside text. */
    P028,
    /** `repeat`, `pass` or `rate` of a test is given twice. */
    P029,
    /** The three dots of a type are not last. */
    P030,
    /** A text block begins with fewer quotes than three. */
    P031,
    /** A text block has closing quotes and no opening ones. */
    P032,
    /** An imported file is not there. */
    P101,
    /** A file that a prompt reads is not there. */
    P102,
    /** A path that a prompt may not name. */
    P103,
    /** A file that cannot be read. */
    P104,
    /** Files import each other in a circle. */
    P105,
    /** A prompt imports too much. */
    P106,
    /** A name is not declared in the file that it is taken from. */
    P107,
    /** An imported name needs an input of the prompt that declares it. */
    P108,
    /** A data file cannot be read as what it is. */
    P110,
    /** A row of a data file does not match its type. */
    P111,
    /** A file is no picture that can be sent. */
    P112,
    /** A JSON Schema file that cannot be used. */
    P113,
    /** A file that should be a prompt declares none. */
    P119,
    /** A name that nothing declares is used as a variable. */
    P201,
    /** A name is declared twice. */
    P202,
    /** A word of the language is used as a name. */
    P203,
    /** A field that an object does not have. */
    P204,
    /** A name that is no filter is used as one. */
    P205,
    /** A name that is neither a function nor a template is called. */
    P206,
    /** A name that nothing declares is used as a role. */
    P207,
    /** A name before a dot that no import gives. */
    P208,
    /** A name that nothing declares is used as a model or a tool. */
    P209,
    /** A name stands for something else than is wanted. */
    P210,
    /** A name that nothing declares is used as a type. */
    P211,
    /** A type is restricted in a way that it cannot be. */
    P213,
    /** A recursive type without an end. */
    P214,
    /** A union lists the same value twice. */
    P215,
    /** A picture where none can be. */
    P216,
    /** A value that may be missing is used as if it were there. */
    P221,
    /** A value of another type than is wanted. */
    P222,
    /** A number as a condition. */
    P223,
    /** A comparison that never holds. */
    P224,
    /** A call whose arguments do not fit. */
    P225,
    /** A value that has to be written out is computed. */
    P226,
    /** A value depends on itself. */
    P227,
    /** A template calls itself. */
    P228,
    /** The type of a name cannot be told. */
    P229,
    /** Names or tags lead too deep into each other. */
    P230,
    /** A tool that the API does not take. */
    P231,
    /** Untrusted text among instructions. */
    P241,
    /** Untrusted text mixed with other text. */
    P242,
    /** Untrusted text is vouched for without a fence. */
    P243,
    /** JSON mode without the word JSON in any message. */
    P301,
    /** JSON mode where only a value can bring the word JSON. */
    P302,
    /** A setting that is not known. */
    P303,
    /** A setting that a statement says. */
    P304,
    /** The value of a setting is out of its range or of another type. */
    P305,
    /** A name for a speaker that the API does not take. */
    P306,
    /** The content of a message is no message. */
    P307,
    /** An output or a tool has a mode that is not known. */
    P308,
    /** The type of an output is to be shown that has none. */
    P309,
    /** A model that has retired. */
    P310,
    /** A type that no text can be read as. */
    P311,
    /** Structured outputs without a type. */
    P312,
    /** A prompt without a user message. */
    P313,
    /** A declaration stands in a file that cannot have it. */
    P314,
    /** A line of a test says what it cannot. */
    P315,
    /** A type that structured outputs cannot be asked for. */
    P316,
    /** A type that may be too large for structured outputs. */
    P317,
    /** A setting that the model does not take. */
    P318,
    /** A model that soon retires. */
    P319,
    /** No model is named. */
    P320,
    /** A text is longer than the model's context window. */
    P322,
    /** Required inputs are missing. */
    P401,
    /** A name is given as an input that the prompt does not have. */
    P402,
    /** The value of an input does not fit its type. */
    P403,
    /** The text of an input is no well-formed Unicode. */
    P404,
    /** An input is too large. */
    P405,
    /** A value is missing where one is needed. */
    P410,
    /** A value is of another kind than its use needs. */
    P411,
    /** An argument or an index is out of its bounds. */
    P412,
    /** A division by zero. */
    P413,
    /** A range of too many numbers. */
    P414,
    /** A text is over the limit. */
    P415,
    /** Rendering takes too many steps. */
    P416,
    /** Values stand too deep in each other. */
    P417,
    /** A number has too many digits. */
    P418,
    /** No picture can be sent from a text. */
    P419,
    /** No message of the user is left. */
    P420,
    /** Rendering takes too long. */
    P421,
    /** Inputs that should be JSON are not. */
    P430,
    /** Inputs that should be one object are not. */
    P431,
    /** The reply does not match its type. */
    P501,
    /** The reply is not JSON. */
    P502,
    /** The reply breaks an {@code ensure}. */
    P503,
    /** The model refuses to answer. */
    P504,
    /** A content filter withheld the reply. */
    P505,
    /** The model calls tools, and there is nothing to answer. */
    P506,
    /** The reply is cut off at the limit of tokens. */
    P507,
    /** The reply is empty. */
    P508,
    /** The reply holds different values that match its type. */
    P509,
    /** The reply ends in the model's thinking. */
    P510,
    /** An expectation of a test does not hold. */
    P601,
    /** A test has no recorded reply. */
    P602,
    /** The recording of a test is stale. */
    P603,
    /** A recording is damaged. */
    P604,
    /** A recording is of another version. */
    P605,
    /** A recording is not used. */
    P606,
    /** A test over rows has none. */
    P607,
    /** Too few runs of a test pass. */
    P608,
    /** The rate of passes is missed. */
    P609,
    /** Too few runs to tell the rate of passes. */
    P610,
    /** So many runs cannot show the rate of passes. */
    P611,
    /** A recording cannot be written. */
    P612,
    /** There is no key for a provider that needs one. */
    P701,
    /** A base URL cannot be used. */
    P702,
    /** Plain http to another machine. */
    P703,
    /** A base URL holds a user name or a password. */
    P704,
    /** A header cannot be sent. */
    P705,
    /** The name of a model holds control characters. */
    P706,
    /** A project's file would send a key where nobody allows it to go. */
    P707,
    /** A project's file holds a secret in a header. */
    P708,
    /** What an operator allows cannot be understood. */
    P709,
    /** A proxy cannot be used. */
    P710,
    /** Nobody answers at the address. */
    P711,
    /** A host name has no address. */
    P712,
    /** No connection in time. */
    P713,
    /** The encryption or the certificate fails. */
    P714,
    /** The connection ended before a reply. */
    P715,
    /** No whole reply in time. */
    P716,
    /** What answers does not speak HTTP. */
    P717,
    /** The server redirects. */
    P718,
    /** The reply is larger than is read. */
    P719,
    /** A proxy stands in the way. */
    P720,
    /** The provider refuses the request. */
    P721,
    /** The provider does not accept the key. */
    P722,
    /** The key may not do this. */
    P723,
    /** The provider does not know the model or the address. */
    P724,
    /** The request is too large. */
    P725,
    /** The request is longer than the context window. */
    P726,
    /** The provider cannot process the request. */
    P727,
    /** Too many requests. */
    P728,
    /** The quota is used up. */
    P729,
    /** The provider has a fault. */
    P730,
    /** The provider does not know the response format. */
    P731,
    /** The reply is empty. */
    P732,
    /** The reply is cut off. */
    P733,
    /** The reply is no chat completion. */
    P734,
    /** The reply has no choice. */
    P735,
    /** A reply with a good status tells of an error. */
    P736,
    /** The provider's filter blocks the request. */
    P737,
    /** The simulator found no reply that every `ensure` accepts. */
    P738,
    /** The simulator found no value of the output's type. */
    P739,
    /** The configuration is not JSON. */
    P740,
    /** A member of the configuration is not known. */
    P741,
    /** A value in the configuration is not what belongs there. */
    P742,
    /** The configuration names an edition of the language that is not known. */
    P743,
    /** A redaction pattern cannot be used. */
    P744,
    /** The run was cancelled. */
    P750,
    /** A call could cost more than is left of the budget. */
    P751,
    /** A budget, and a model whose price is not known. */
    P752,
    /** A budget, and a call whose cost has no bound. */
    P753,
    /** So many runs of tests that ask a model, without a budget. */
    P754,
    /** A JSON reply with the type of something else. */
    P755,
    /** A stream that ended without a reason. */
    P756,
    /** A provider is not asked, since its last calls failed. */
    P757,
    /** A provider is not asked any more, since it refused. */
    P758,
    /** There is code for a tool that the prompt does not have. */
    P770,
    /** The model calls tools more often than is allowed. */
    P771,
    /** The code of a tool failed. */
    P772,
    /** The code of a tool took too long. */
    P773,
    /** What the code of a tool gave does not fit its type. */
    P774,
    /** The host declares what it cannot. */
    P780,
    /** The code of a function or filter failed. */
    P781,
    /** The code of a function or filter took too long. */
    P782,
    /** What the code of a function or filter gave does not fit its type. */
    P783,
    /** A function or filter is only declared. */
    P784,
    /** A client of the host failed. */
    P785,
    /** A client of the host took too long. */
    P786,
    /** What a client of the host gave cannot be used. */
    P787,
    /** The host's source of files failed. */
    P788,
    /** A listener of the host failed. */
    P789,
    /** A Java type that holds no JSON. */
    P790,
    /** A Java type of another kind than the prompt's. */
    P791,
    /** A name of Java that the prompt does not have. */
    P792,
    /** A field that a record leaves out. */
    P793,
    /** A value that may be missing where one is needed. */
    P794,
    /** An enum or a sealed interface without one of the alternatives. */
    P795,
    /** A value that a Java type cannot hold. */
    P796,
    /** An interface that its prompt cannot answer. */
    P797,
    /** A Java type that its module does not open. */
    P798,
    /** A Java value that no JSON stands for. */
    P799,
    /** A variable is never used. */
    P801,
    /** A type is never used. */
    P802,
    /** An import is never used. */
    P803,
    /** A template is never used. */
    P804,
    /** A condition is always the same. */
    P805,
    /** A variable stands in single braces in a text. */
    P806,
    /** A tag of Jinja stands in a text. */
    P807,
    /** A tag stands in braces of its own. */
    P808,
    /** The file holds an invisible character. */
    P809,
    /** The file holds an API key. */
    P810,
    /** A loop does what `join` does. */
    P811,
    /** A finding is accepted without a reason. */
    P821,
    /** A comment accepts a finding that there is not. */
    P822,
    /** A comment accepts a finding of a code that there is not. */
    P831,
    /** A command of the session is not known. */
    P901,
    /** A prefix that several commands of the session have. */
    P902,
    /** A command of the session is used in a wrong way. */
    P903,
    /** A command of the session makes no sense now. */
    P904,
    /** An input is used that has no value yet. */
    P905,
    /** What is said of the last run is not known. */
    P906,
    /** A file would be replaced that the session does not know as it is. */
    P907,
    /** A file cannot be written. */
    P908,
}
