//! Minutes in and out, as bytes and plain values.
