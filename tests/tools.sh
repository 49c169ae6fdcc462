#!/bin/sh
# The judges from outside that some tests need: a browser, readers of PDF, an office, Java for veraPDF. From Debian's
# packages, as root or with sudo; where they cannot be had, those tests say what is lacking and are skipped.
set -eu
packages='chromium default-jre-headless libjaxb-java libreoffice-calc-nogui libreoffice-writer-nogui poppler-utils'
command -v apt-get > /dev/null || { echo "tools: no apt-get here; some tests will be skipped"; exit 0; }
lacking=
for package in $packages; do
  dpkg-query -W -f='${Status}' "$package" 2> /dev/null | grep -q 'ok installed' || lacking="$lacking $package"
done
[ -n "$lacking" ] || exit 0
as=
[ "$(id -u)" = 0 ] || as='sudo -n'
export DEBIAN_FRONTEND=noninteractive
# shellcheck disable=SC2086 # these are lists of words
if $as apt-get update -qq && $as apt-get install -qq -y --no-install-recommends -o DPkg::Lock::Timeout=300 $lacking > /dev/null
then
  echo "tools: installed$lacking"
else
  echo "tools: could not install$lacking; some tests will be skipped"
fi
