/*
 * The grammar of Cuecard, edition 1.
 *
 * It takes a little more than the language and knows no meaning: types, roles, output modes and settings are plain
 * names, a doubled comma or a `:` for `=` is read. What it takes too much is refused with a message, by the tree's
 * builder or by the checker. It is unambiguous, and each choice is made by the next token or two.
 */
parser grammar CuecardParser;

options {
  tokenVocab = CuecardLexer;
  superClass = ParserBase;
  contextSuperClass = Branch;
}

file : declaration* EOF ;

declaration
  : prompt | importing | model | role | typeAlias | var | let | template | tool | tools | output | ensure | test
  | statement
  ;

// Declarations

prompt    : START PROMPT ( name | text ) settings? ;
importing : START IMPORT ( text AS name | LBRACE ( taken ( COMMA taken? )* )? RBRACE FROM text ) ;
taken     : name ( AS name )? ;
model     : START MODEL ( ( name EQ )? text settings? | path ) ;
role      : START ROLE name EQ name text ;
typeAlias : START TYPE name ( EQ type | objectType ) ;
var       : START VAR name QUESTION? ( COLON UNTRUSTED? type )? ( EQ expression )? ;
let       : START LET name EQ expression ;
template  : START TEMPLATE name params text ;
tool      : START TOOL ( LPAREN name RPAREN )? name params ( COLON type )? ;
tools     : START TOOLS path ( COMMA path? )* ;
output    : START OUTPUT name ( LPAREN name RPAREN )? type? ( REASK NUMBER )? ;
ensure    : START ENSURE expression ( COLON text )? ;

settings : LBRACE ( setting COMMA? )* RBRACE ;
setting  : key ( ( EQ | COLON ) expression | settings ) ;

params : LPAREN ( param ( COMMA param? )* )? RPAREN ;
param  : name QUESTION? ( COLON type )? ( EQ expression )? ;

// Tests

test : START TEST text trials* ( FOR name IN expression )? LBRACE testItem* RBRACE ;

trials : ( REPEAT | PASS | RATE ) NUMBER ;

testItem
  : key ( EQ | COLON ) expression
  | START STUB path EQ expression
  | START REPLY expression ( FINISH text )?
  | START REFUSAL expression
  | START RECOVER name
  | START EXPECT expression
  ;

// Messages

statement : message | history | choice | loop ;

message : START SPEAKER expression | START? path expression ;
history : START HISTORY expression? ;
choice  : START IF expression block ( ELSE IF expression block )* ( ELSE block )? ;
loop    : START FOR name ( COMMA name )? IN expression block ;
block   : LBRACE statement* RBRACE ;

// Text

text : TEXT | QUOTE part* UNQUOTE ;
part : CHUNK | TAG_OPEN tag? TAG_CLOSE ;

tag
  : IF expression
  | ELSE ( IF expression )?
  | FOR name ( COMMA name )? IN expression
  | END
  | LET name EQ expression
  | expression
  ;

// Expressions, from tight to loose

expression
  : operand
  | MINUS expression
  | expression ( STAR | SLASH | PERCENT ) expression
  | expression ( PLUS | MINUS ) expression
  | expression COALESCE expression
  | expression ( EQUAL | NOT_EQUAL | LESS | LESS_EQUAL | GREATER | GREATER_EQUAL | IN ) expression
  | NOT expression
  | expression AND expression
  | expression OR expression
  | <assoc = right> expression IF expression ELSE expression
  ;

operand : primary suffix* filter* ;

suffix
  : ( DOT | SAFE ) word
  | LBRACK expression? ( COLON expression? )? RBRACK
  | arguments
  ;

filter : BAR name arguments? ;

primary
  : name
  | text
  | NUMBER
  | TRUE | FALSE | NULL
  | LBRACK ( item ( COMMA item? )* )? RBRACK
  | LBRACE ( pair COMMA? )* RBRACE
  | LPAREN expression RPAREN
  ;

item : SPREAD? expression | START path expression ;
pair : key ( COLON | EQ ) expression ;

arguments : LPAREN ( argument ( COMMA argument? )* )? RPAREN ;
argument  : name EQ expression | expression ( COLON type )? ;

// Types

type   : BAR? member ( BAR member )* ;
member : atom typeSuffix* ;

typeSuffix : LBRACK RBRACK restrictions? | QUESTION ;

atom
  : path restrictions? typeArguments?
  | NULL
  | text
  | MINUS? NUMBER
  | TRUE | FALSE
  | objectType
  | LPAREN type RPAREN
  ;

objectType : LBRACE ( ( field | SPREAD ) COMMA? )* RBRACE ;
field      : key QUESTION? ( COLON | EQ ) type ;

restrictions : LPAREN ( restriction ( COMMA restriction? )* )? RPAREN ;
restriction  : range | text | word ( EQ expression )? ;
range        : bound ( LESS? DOTDOT LESS? bound? )? | LESS? DOTDOT LESS? bound ;
bound        : MINUS? NUMBER ;

// What other languages write after a type: list<T>, Dict[str, T]. Only map<T> is one of ours.
typeArguments : LESS type ( COMMA type? )* GREATER | LBRACK type ( COMMA type? )* RBRACK ;

// Names

path : NAME ( DOT name )? ;
key  : word | text ;

name : NAME | FROM | AS | UNTRUSTED | REASK | REPEAT | PASS | RATE | FINISH ;
word : name | TRUE | FALSE | NULL | AND | OR | NOT | IN | IF | ELSE | FOR | END ;
