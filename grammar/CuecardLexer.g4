lexer grammar CuecardLexer;

NAME : [a-z]+ ;
WS   : [ \t\r\n]+ -> channel(HIDDEN) ;
OTHER : . ;
