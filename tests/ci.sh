#!/bin/sh
# What to run before a change goes in: tests/ci.sh [JOB]...
# Each job builds out of tree in ci/JOB and keeps its log there.
set -eu
cd "$(dirname "$0")/.."
top=$(pwd)
failed=0
[ -x configure ] || ./autogen.sh > /dev/null

report() { # JOB ok|FAILED
  printf '%-10s %s\n' "$1" "$2"
  [ "$2" = ok ] || failed=1
}

build() { # JOB TARGET CONFIGURE-ARGUMENT...
  name=$1 target=$2
  shift 2
  rm -rf "ci/$name"
  mkdir -p "ci/$name"
  if (cd "ci/$name" &&
    "$top/configure" --enable-werror "$@" > configure.out 2>&1 &&
    make -j"$(nproc)" "$target" > make.out 2>&1); then
    report "$name" ok
  else
    report "$name" FAILED
  fi
}

build_with() { # COMPILER JOB TARGET CONFIGURE-ARGUMENT...
  compiler=$1
  shift
  if command -v "$compiler" > /dev/null; then
    build "$@" CC="$compiler"
  else
    printf '%-10s %s\n' "$1" "skipped: no $compiler"
  fi
}

run_if_there() { # TOOL ARGUMENT...
  command -v "$1" > /dev/null || {
    echo "skipped: no $1"
    return 0
  }
  "$@"
}

# What cppcheck says wrongly here: of pointers handed on, of variables that a
# call fills, of macros of jansson, and of functions whose table it does not know.
misread='identicalInnerCondition unknownMacro invalidFunctionArg memleak
  uninitvar legacyUninitvar ctuuninitvar'

lint() {
  # shellcheck disable=SC2046,SC2086
  top_srcdir=$top sh tests/check-format.sh || [ $? = 77 ] || return 1
  # shellcheck disable=SC2046,SC2086
  run_if_there cppcheck --quiet --std=c11 --enable=warning,portability \
    --inline-suppr --suppress=missingIncludeSystem --suppress=preprocessorErrorDirective \
    $(printf -- '--suppress=%s ' $misread) --error-exitcode=1 -Isrc src || return 1
  # shellcheck disable=SC2046
  run_if_there shellcheck autogen.sh .ci/run $(find tests -name '*.sh' -o -name '*.tap')
}

[ $# -gt 0 ] || set -- gcc clang asan valgrind dist lint
for job; do
  case $job in
    gcc) build_with gcc gcc check ;;
    clang) build_with clang clang check ;;
    asan) build_with gcc asan check --enable-sanitizers ;;
    asan-clang) build_with clang asan-clang check --enable-sanitizers ;;
    valgrind) build_with gcc valgrind check --enable-valgrind ;;
    coverage) build_with gcc coverage check --enable-coverage ;;
    dist) build dist distcheck ;;
    lint)
      mkdir -p ci
      if lint > ci/lint.out 2>&1; then report lint ok; else report lint FAILED; fi
      ;;
    *)
      echo "no such job: $job" >&2
      exit 2
      ;;
  esac
done
exit $failed
