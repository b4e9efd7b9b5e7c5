#!/bin/sh
# Calls we do not make: unbounded, bound to the locale or to the clock, or not
# a library's business.
set -eu
: "${top_srcdir:?is set by make check}"
cd "$top_srcdir/src"
status=0

# All code as FILE:LINE:TEXT, without comments.
code=$(find . -name '*.[ch]' -exec awk '
  FNR == 1 { inside = 0 }
  {
    text = ""
    rest = $0
    while (rest != "") {
      at = index(rest, inside ? "*/" : "/*")
      if (!inside)
        text = text (at ? substr(rest, 1, at - 1) : rest)
      if (!at)
        break
      rest = substr(rest, at + 2)
      inside = !inside
    }
    if (text ~ /[^ ]/)
      print FILENAME ":" FNR ":" text
  }' {} +)

# ban FOLDERS-WHERE-ALLOWED PATTERN
ban() {
  if printf '%s\n' "$code" | grep -aE "$2" | grep -avE "^\./($1)/"; then
    status=1
  fi
}
ban_calls() { # FOLDERS-WHERE-ALLOWED NAME...
  allowed=$1
  shift
  ban "$allowed" "(^|[^A-Za-z_>.])($(echo "$*" | tr ' ' '|')) *\("
}
ban_calls none strcpy strcat sprintf vsprintf gets strtok sscanf atoi atol \
  atof alloca setlocale getenv secure_getenv rand srand random drand48 time \
  localtime gmtime strftime strcoll strcasecmp strncasecmp system popen \
  isalpha isalnum isdigit isspace isupper islower ispunct isprint toupper \
  tolower tmpnam
ban_calls 'cli|doc|places|train' exit abort printf vprintf puts perror putchar strtod \
  strtof signal
# Printed numbers with a decimal point have the point of the locale.
ban 'cli|doc|places|train' '"[^"]*%[-+ #0-9.*]*l?[aefgAEFG]'
ban 'cli|doc|places|train' '(^|[^A-Za-z_])(stdout|stderr)([^A-Za-z_]|$)'
[ $status = 0 ] || echo 'the lines above use what src/ must not use'
exit $status
