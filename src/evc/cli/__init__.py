"""The command line: parse options, call one function, print, exit. The only room that prints."""
