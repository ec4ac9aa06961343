/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a fuzz target is: one function for libFuzzer (-Dfuzzing=true) or fuzz-main.c. It aborts when an invariant is broken. */
#pragma once

#include <stddef.h>
#include <stdint.h>

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t n_bytes);
