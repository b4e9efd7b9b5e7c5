#!/bin/sh
# All C is laid out as clang-format says. Other versions than 14 differ in
# small things, so they are no judge.
set -eu
: "${top_srcdir:?is set by make check}"
cd "$top_srcdir"
clang-format --version 2> /dev/null | grep -q 'version 14\.' || exit 77
[ -e .clang-format ] || exit 77
find src tests examples -name '*.[ch]' -exec \
  clang-format --dry-run --Werror {} +
