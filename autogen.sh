#!/bin/sh
# Makes configure and Makefile.in in a git checkout; a release tarball has them.
set -eu
cd "$(dirname "$0")"
missing=
command -v autoreconf > /dev/null || missing="$missing autoconf"
command -v aclocal > /dev/null || missing="$missing automake"
command -v libtoolize > /dev/null || missing="$missing libtool"
command -v pkg-config > /dev/null || missing="$missing pkg-config"
if [ -n "$missing" ]; then
  echo "autogen.sh: please install:$missing" >&2
  exit 1
fi
exec autoreconf --force --install --warnings=all
