# Running every test, plain and with sanitizers. Sourced by build-aux/dev.
#
# SPDX-FileCopyrightText: 2026 The Premise authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Ends in one line with the sum of all runs, which is all that a tired reader looks at; --plain is one run.
run_tests ()
{
  local failed=0 stage_results=() suite_folders=()

  if [ "${1:-}" = --plain ]; then
    shift
    run_plain_tests "$@"
    return
  fi
  compile "$build"
  compile "$build_asan" -Db_sanitize=address,undefined -Db_lundef=false

  say "Tests:"
  test_folder "$build" 1 "$@" || failed=1
  say "Tests with sanitizers:"
  test_folder "$build_asan" 4 "$@" || failed=1
  if [ $# -eq 0 ]; then
    test_threads || failed=1
    run_fuzzers 15 || failed=1
    test_suites || failed=1
    [ -z "${PREMISE_TEST_FLATPAK:-}" ] || test_flatpak || failed=1
  fi
  count_results || failed=1
  return $failed
}

run_plain_tests ()
{
  local failed=0

  rm -f "$build/meson-logs/testlog.json"
  compile "$build"
  test_folder "$build" 2 "$@" || failed=1
  return $failed
}

# The program on other releases of GTK. In processes of their own, which end with 77 where the root of a
# Debian that is not released cannot be had on that day: that counts as skipped.
test_suites ()
{
  local name failed=0 status

  for name in ${PREMISE_TEST_SUITES:-}; do
    status=0
    say "Tests on Debian $name:"
    PREMISE_SUITE=$name PREMISE_BUILD_IN= "$aux/dev" test --plain || status=$?
    case $status in
      0) ;;
      77) say "Skipped: the tests on Debian $name, whose build root cannot be had."
          stage_results+=(SKIP)
          continue ;;
      *) failed=1 ;;
    esac
    suite_folders+=("$(folder_of_suite "$name")")
    [ $status -eq 0 ] || [ -e "${suite_folders[-1]}/meson-logs/testlog.json" ] || stage_results+=(FAIL)
  done
  return $failed
}

# What runs on several threads: simulations and all that they use, and the loading of large models.
test_threads ()
{
  local targets=(meson-test-prereq)

  compile "$build_tsan" -Db_sanitize=thread -Db_lundef=false -Dgui=false
  say "Tests of threads:"
  test_folder "$build_tsan" 4 --suite threads
}

# The Flatpak built, installed and tried, as one more test. In a process of its own: bash would go on
# after errors in a function whose status is asked for.
test_flatpak ()
{
  local status=0

  say "The Flatpak:"
  "$aux/dev" flatpak --check || status=$?
  case $status in
    0) stage_results+=(OK) ;;
    77) stage_results+=(SKIP) ;;
    *) stage_results+=(FAIL); return 1 ;;
  esac
}

# What is read but was never written is found by nobody else. Minutes: not part of run_tests.
run_memcheck ()
{
  local tests=("$@")

  compile "$build"
  [ $# -gt 0 ] || tests=(--suite engine --suite analysis)
  inside env LC_ALL=C.UTF-8 LANGUAGE= G_SLICE=always-malloc meson test -C "$build" --no-rebuild --print-errorlogs \
    --setup valgrind "${tests[@]}"
}

# Runs each fuzzer for $1 seconds, from its seeds on. What breaks one is kept beside it.
run_fuzzers ()
{
  local seconds=$1 failed=0 target folder
  local targets=(tests/fuzz/fuzz-chart tests/fuzz/fuzz-expression tests/fuzz/fuzz-model tests/fuzz/fuzz-report)

  compile "$build_fuzz" --native-file "$aux/lib/clang.ini" -Dfuzz=true -Dgui=false -Db_sanitize=address,undefined -Db_lundef=false
  for target in "${targets[@]}"; do
    folder=$build_fuzz/${target##*/}
    say "Fuzzing with ${target##*/}, for $seconds seconds:"
    mkdir -p "$folder/corpus" "$folder/seeds"
    split_seeds "$top/tests/fuzz/${target##*/fuzz-}.seeds" "$folder/seeds"
    inside env ASAN_OPTIONS=detect_leaks=1 LSAN_OPTIONS="suppressions=$aux/lsan.supp:print_suppressions=0" \
      "$build_fuzz/$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
      -dict="$top/tests/fuzz/premise.dict" -artifact_prefix="$folder/" -verbosity=0 -print_final_stats=1 \
      "$folder/corpus" "$folder/seeds" > "$folder/log" 2>&1 || { failed=1; tail -n 60 "$folder/log"; }
    sed -n 's/^stat::number_of_executed_units: */inputs: /p' "$folder/log"
  done
  return $failed
}

# Writes the seeds in file $1, with empty lines between them, to files of their own in folder $2.
split_seeds ()
{
  awk -v RS= -v folder="$2" '{ file = folder "/" NR; printf "%s", $0 > file; close (file) }' "$1"
}

# Runs the tests of folder $1, which may take $2 times their time.
test_folder ()
{
  local folder=$1 slower=$2 home status=0
  shift 2

  rm -f "$folder/meson-logs/testlog.json"
  home=$(mktemp -d /tmp/premise-test.XXXXXX)
  inside env HOME="$home" LC_ALL=C.UTF-8 LANGUAGE= \
    ASAN_OPTIONS=halt_on_error=1:abort_on_error=1:detect_leaks=1:detect_stack_use_after_return=1 \
    UBSAN_OPTIONS=halt_on_error=1:abort_on_error=1:print_stacktrace=1 \
    LSAN_OPTIONS="suppressions=$aux/lsan.supp:print_suppressions=0" \
    meson test -C "$folder" --no-rebuild --print-errorlogs --timeout-multiplier "$slower" "$@" \
    || status=$?
  rm -rf "$home"
  return $status
}

# meson writes one line of JSON for each test; a run that stopped early wrote none. What else was tried
# is in stage_results, and the folders of other suites are in suite_folders.
count_results ()
{
  local logs=() folder result count passed=0 failed=0 skipped=0

  for folder in "$build" "$build_asan" "$build_tsan" "${suite_folders[@]}"; do
    [ ! -e "$folder/meson-logs/testlog.json" ] || logs+=("$folder/meson-logs/testlog.json")
  done
  while read -r count result; do
    case $result in
      OK | EXPECTEDFAIL) passed=$((passed + count)) ;;
      SKIP) skipped=$((skipped + count)) ;;
      *) failed=$((failed + count)) ;;
    esac
  done < <({ cat /dev/null "${logs[@]}" | sed -n 's/.*"result": "\([A-Z]*\)".*/\1/p'
             printf '%s\n' "${stage_results[@]}"; } | sed '/^$/d' | sort | uniq -c)

  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  [ $failed -eq 0 ] && [ $passed -gt 0 ]
}
