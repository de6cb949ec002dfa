# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# One measurement, and one line of the table. A series is a file with a line of measure(1) for each round: elapsed and processor
# time in ms, peak in kB.

# round FILE COMMAND...: one run; its line is added to FILE.
round() {
	local file=$1
	shift
	if ! "$measure" "$@" >>"$file"; then
		echo "bench: failed: $*" >&2
		"$@" 2>&1 | tail -n 20 >&2
		exit 1
	fi
}

# settle: what earlier runs left to be written is written before the next is timed.
settle() {
	[ "$work" = "$disk" ] && sync -f "$disk"
	return 0
}

# head_row TITLE [RATIO]: the head of lines; RATIO says to what they are compared, empty to nothing.
head_row() {
	local ratio=${2-/ floor}
	printf '\n%s\n  %-38s %12s  %19s %12s  %10s  %s\n' "$1" '' median 'min-max' processor peak "${ratio:+$ratio  processor}"
}

# row NAME FILE [BASE]: median, spread, processor time, memory; ratios to the same rounds of BASE, of time and of processor time.
row() {
	awk -v name="$1" -v base_file="${3:-}" '
	BEGIN { while (base_file != "" && (getline line < base_file) > 0) { split(line, f, " "); base[++bases] = f[1]; basecpu[bases] = f[2] } }
	function median(v, n,    i, j, x) {
		for (i = 2; i <= n; i++) for (j = i; j > 1 && v[j - 1] > v[j]; j--) { x = v[j]; v[j] = v[j - 1]; v[j - 1] = x }
		return n % 2 ? v[(n + 1) / 2] : (v[n / 2] + v[n / 2 + 1]) / 2
	}
	{ t[NR] = $1; cpu[NR] = $2; if ($3 > peak) peak = $3; if (NR <= bases) { ratio[++ratios] = $1 / base[NR]; cpuratio[ratios] = $2 / basecpu[NR] } }
	END {
		m = median(t, NR)
		printf "  %-38s %9.1f ms  %9.1f-%-9.1f %9.1f ms  %7.1f MB", name, m, t[1], t[NR], median(cpu, NR), peak / 1024
		if (ratios) printf "  %7.3f  %9.3f", median(ratio, ratios), median(cpuratio, ratios)
		printf "\n"
	}' "$2"
}
