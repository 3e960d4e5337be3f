# Four log-log panels of the figures that growth/run collected.
# usage: gnuplot -e "figures='growth.tsv'; picture='growth.svg'" plot.gp
set terminal svg size 1100,850 font "sans,12" background "white"
set output picture
set datafile separator "\t"
set logscale xy
set format x "10^{%L}"
set xlabel "releases"
set xrange [500:*]
set grid
set key below maxcols 3
rows(name) = sprintf("< awk -F'\t' '$1 == \"%s\" { print $2 \"\\t\" $3 }' '%s' | sort -n", name, figures)
set multiplot layout 2,2

set title "building (s)"
plot rows("add, s") with linespoints lw 2 title "add", rows("rebuild, s") with linespoints lw 2 title "rebuild"
set title "memory and index (MB)"
plot rows("add, peak MB") with linespoints lw 2 title "peak of add", \
     rows("rebuild, peak MB") with linespoints lw 2 title "peak of rebuild", \
     rows("index, MB") with linespoints lw 2 title "index on disk"
set title "query p50 (ms)"
plot for [mode in "rank snippets facets"] rows(mode.", stems alone, p50 ms") with linespoints lw 2 title mode.", stems alone", \
     for [mode in "rank snippets facets"] rows(mode.", every layer, p50 ms") with linespoints lw 2 dt 2 title mode.", every layer"
set title "query p99 (ms)"
plot for [mode in "rank snippets facets"] rows(mode.", stems alone, p99 ms") with linespoints lw 2 title mode.", stems alone", \
     for [mode in "rank snippets facets"] rows(mode.", every layer, p99 ms") with linespoints lw 2 dt 2 title mode.", every layer"
unset multiplot
