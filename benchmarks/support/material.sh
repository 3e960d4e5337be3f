# Releases to measure with; sourced after common.sh. A set is a number of releases: 1k, 10k, 200k, 1M; 10k are the real
# releases where PRESSARKIV_SHARED has them (10,737), larger sets their paragraphs combined anew. Without it, all
# are invented ones of generate-corpus.

# releases_in SET: the number.
releases_in() {
  case $1 in
    *[!0-9]*k | *[!0-9]*M | '' ) echo "$0: no set '$1'; a set is 1k, 10k, 200k, 1M" >&2; exit 2 ;;
    *k) echo "${1%k}000" ;;
    *M) echo "${1%M}000000" ;;
    *) echo "$0: no set '$1'; a set is 1k, 10k, 200k, 1M" >&2; exit 2 ;;
  esac
}

have_shared() { [ -d "$shared/peers" ]; }

# real_corpus: unpacks it; exports where the rivals' scripts look for it.
real_corpus() {
  export CORPUS_DIR=$WORK_DIR/corpus ARTICLES_JSONL=$WORK_DIR/corpus/articles.jsonl
  mkdir -p "$CORPUS_DIR"
  [ -d "$CORPUS_DIR/pressmeddelanden" ] || tar xf "$shared/corpus/regeringen-press.tar.xz" -C "$CORPUS_DIR"
  [ -s "$ARTICLES_JSONL" ] || xz -dc "$shared/corpus/regeringen-articles.jsonl.xz" > "$ARTICLES_JSONL"
}

# recombined FOLDER COUNT: FOLDER/200k.jsonl with COUNT releases (the name is fixed), FOLDER/10k.* beside it.
recombined() {
  [ -s "$1/200k.jsonl" ] || WORK_DIR=$1 "$shared/peers/make_corpus.py" --big "$2" >&2
}

# material SET: sets `inputs` (what add reads) and `queries` (a list for query_bench).
material() {
  local count
  count=$(releases_in "$1")
  if ! have_shared; then
    build generate-corpus
    inputs=("$WORK_DIR/generated-$1.jsonl") queries=benchmarks/macro/queries.tsv
    [ -s "${inputs[0]}" ] || build/release/benchmarks/generate-corpus "$count" > "${inputs[0]}"
    return
  fi
  queries=$shared/peers/queries.tsv
  real_corpus
  if [ "$1" = 10k ]; then
    inputs=("$CORPUS_DIR")
    return
  fi
  inputs=("$WORK_DIR/$1.jsonl")
  [ ! -s "${inputs[0]}" ] || return 0
  if [ "$count" -gt 200000 ]; then
    mkdir -p "$WORK_DIR/$1"
    recombined "$WORK_DIR/$1" "$count"
    ln -sf "$WORK_DIR/$1/200k.jsonl" "${inputs[0]}"
  else
    recombined "$WORK_DIR" 200000
    [ "$1" = 200k ] || head -n "$count" "$WORK_DIR/200k.jsonl" > "${inputs[0]}"
  fi
}

# archive_of SET: sets `archive`, and builds it where it is not there.
archive_of() {
  archive=$WORK_DIR/pressarkiv-$1.archive
  [ ! -s "$archive/index/current" ] || return 0
  material "$1"
  rm -rf "$archive"
  take_all "$index" add --archive "$archive" --quiet "${inputs[@]}" >"$WORK_DIR/add.log"
}

# take_all COMMAND…: runs it; that some releases were refused (status 1) is no failure.
take_all() {
  local status=0
  "$@" || status=$?
  [ "$status" -le 1 ] || return "$status"
}
