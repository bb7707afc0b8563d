# Becomes the program $2, with the arguments after it and its output in the
# file $1, and ends it when the process that started it is gone, kill -9
# included: nobody else would, and it would run on for weeks.
log=$1
shift
(
    while kill -0 "$$"; do
        kill -0 "$PPID" || { kill "$$"; sleep 10; kill -9 "$$"; }
        sleep 1
    done
) </dev/null >/dev/null 2>&1 &
exec "$@" >>"$log" 2>&1 </dev/null
