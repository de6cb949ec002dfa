# shellcheck shell=sh
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For suites in shell: . "$ROOT/tests/lib.sh"

# ok NAME, not_ok NAME: one test's line.
ok() {
	printf 'ok %s\n' "$1"
}

not_ok() {
	printf 'not ok %s\n' "$1"
}

# check NAME COMMAND...: passes where the command succeeds; shows what it said where not.
check() {
	check_name=$1
	shift
	if check_said=$("$@" 2>&1); then
		ok "$check_name"
	else
		not_ok "$check_name"
		printf '%s\n' "$check_said" | sed 's/^/    /' | head -n 40
	fi
}

# fails_with NAME STATUS COMMAND...: passes where the command ends with just this status.
# What it said stays in $said.
fails_with() {
	check_name=$1
	check_status=$2
	shift 2
	said=$("$@" 2>&1)
	check_got=$?
	if [ "$check_got" -eq "$check_status" ]; then
		ok "$check_name"
	else
		not_ok "$check_name (status $check_got, not $check_status)"
		printf '%s\n' "$said" | sed 's/^/    /' | head -n 40
	fi
}

# compare NAME EXPECTED ACTUAL: passes where two files or folders are equal. With GOLDEN
# set, EXPECTED is replaced and the difference printed.
compare() {
	if check_said=$(diff -ruN -- "$2" "$3" 2>&1); then
		ok "$1"
	elif [ -n "${GOLDEN:-}" ]; then
		printf '%s\n' "$check_said"
		rm -rf -- "$2"
		mkdir -p -- "$(dirname -- "$2")"
		cp -R -- "$3" "$2"
		ok "$1"
	else
		not_ok "$1"
		printf '%s\n' "$check_said" | sed 's/^/    /' | head -n 60
	fi
}
