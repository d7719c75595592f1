/*
 * The words and signs of Cuecard, edition 1.
 *
 * Text, comments and white space are not here: LexerBase scans them by hand, keeps the stack of open brackets, looks
 * words up in its table and puts START before a word that begins a declaration or statement. What it makes stands
 * under `tokens`.
 */
lexer grammar CuecardLexer;

options { superClass = LexerBase; }

tokens {
  // Of no width: here begins a declaration, a statement, a line of a test, or a turn in a list.
  START,

  // These words right after START; elsewhere they are a NAME.
  PROMPT, IMPORT, MODEL, ROLE, TYPE, VAR, LET, TEMPLATE, TOOL, TOOLS, OUTPUT, ENSURE, TEST,
  SPEAKER, // system, developer, user, assistant
  HISTORY, STUB, REPLY, REFUSAL, RECOVER, EXPECT,

  // These words wherever they stand.
  TRUE, FALSE, NULL, AND, OR, NOT, IN, IF, ELSE, FOR, END,
  FROM, AS, UNTRUSTED, REASK, REPEAT, PASS, RATE, FINISH,

  // A whole text without tags, with its quotes: "…", """…""", '…' or '''…'''.
  TEXT,
  // A text with tags: QUOTE ( CHUNK | TAG_OPEN … TAG_CLOSE )* UNQUOTE.
  QUOTE, CHUNK, UNQUOTE,
  TAG_OPEN,  // {{ or {{~
  TAG_CLOSE  // }} or ~}}
}

// LexerBase ends a name before a character that is no letter, and makes what begins with one an OTHER.
NAME       : [a-zA-Z_\u0080-\uFFFF] [a-zA-Z0-9_\u0080-\uFFFF]* ;

NUMBER     : INTEGER ( '.' [0-9]+ )? ( [eE] [+\-]? [0-9]+ )? ;
BAD_NUMBER : [0-9] [a-zA-Z0-9_]* ( '.' [0-9] [a-zA-Z0-9_]* )? ;
fragment INTEGER : '0' | [1-9] [0-9]* ;

LPAREN : '(' ;
RPAREN : ')' ;
LBRACK : '[' ;
RBRACK : ']' ;
LBRACE : '{' ;
RBRACE : '}' ;

COMMA    : ',' ;
COLON    : ':' ;
EQ       : '=' ;
DOT      : '.' ;
DOTDOT   : '..' ;
SPREAD   : '...' ;
QUESTION : '?' ;
SAFE     : '?.' ;
COALESCE : '??' ;
BAR      : '|' ;

EQUAL         : '==' ;
NOT_EQUAL     : '!=' ;
LESS          : '<' ;
LESS_EQUAL    : '<=' ;
GREATER       : '>' ;
GREATER_EQUAL : '>=' ;

PLUS    : '+' ;
MINUS   : '-' ;
STAR    : '*' ;
SLASH   : '/' ;
PERCENT : '%' ;

// Signs of other languages, known only to say what to write instead.
FOREIGN : '&&' | '||' | '!' | '===' | '!==' | '<>' | '=<' | ':=' | '=>' | '->' | '**' | '+=' | ';' ;

OTHER : . ;
