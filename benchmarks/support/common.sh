# What the scripts of benchmarks/ share; sourced from the root of the project.
# WORK_DIR: a scratch folder. PRESSARKIV_SHARED: real corpus and the rivals' programs, where there are any.
top=$PWD
shared=${PRESSARKIV_SHARED:-$top/../shared}
export WORK_DIR=${WORK_DIR:-$top/build/bench}
mkdir -p "$WORK_DIR"
index=$top/build/release/indexer/pressarkiv-index
query=$top/build/release/query/pressarkiv-query
query_bench=$top/build/release/benchmarks/query_bench

# usage SCRIPT [STATUS]: prints the comment at its head and ends.
usage() {
  local to=2
  [ "${2:-2}" -ne 0 ] || to=1
  sed -n '2,/^[^#]/{s/^# \{0,1\}//p}' "$1" >&"$to"
  exit "${2:-2}"
}

# need PROGRAM PACKAGE: ends where a program is missing.
need() {
  command -v "$1" >/dev/null || { echo "$0: $1 is missing; install the Debian package $2" >&2; exit 2; }
}

# build TARGET…: the release build, with the programs that measure.
build() {
  cmake --preset release -Wno-dev -DPRESSARKIV_BENCHMARKS=ON >/dev/null
  cmake --build --preset release --target "$@" >"$WORK_DIR/build.log" || { tail -20 "$WORK_DIR/build.log" >&2; exit 2; }
}

machine() {
  printf 'machine: %s, %s cores, %s GiB, %s, load %s\n' "$(lscpu | sed -n 's/^Model name: *//p' | head -1)" "$(nproc)" \
    "$(free -g | awk '/Mem:/{print $2}')" "$(c++ --version | head -1)" "$(cut -d' ' -f1 /proc/loadavg)"
  awk -v cores="$(nproc)" '$1 > cores / 2 { print "note: something else is running here; times are too long, ratios rough" }' /proc/loadavg
}
