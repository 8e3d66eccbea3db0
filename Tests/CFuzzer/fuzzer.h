#include <stddef.h>
#include <stdint.h>

// libFuzzer's own loop, which calls an entry with one input after the other (llvm.org/docs/LibFuzzer.html).
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*entry)(const uint8_t *bytes, size_t count));
