parser grammar CuecardParser;

options { tokenVocab = CuecardLexer; }

file : ( NAME | OTHER )* EOF ;
