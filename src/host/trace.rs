//! The trace: what the program and sled report while they run, in a file beside the store. Never on the screen.

use std::fs::{File, OpenOptions};
use std::path::Path;
use std::sync::Mutex;

/// Name of the trace's file in the store's folder.
pub const FILE_NAME: &str = "trace.log";
/// A longer trace is begun anew.
const LONGEST_BYTES: u64 = 4 * 1024 * 1024;

/// Sends warnings and errors, those of sled too, to the trace in `folder`. A trace that cannot be opened is done
/// without: it must never keep the program from working.
pub fn start(folder: &Path) {
    let Some(file) = open(&folder.join(FILE_NAME)) else {
        return;
    };
    let to_file = tracing_subscriber::fmt()
        .with_writer(Mutex::new(file))
        .with_ansi(false)
        .with_max_level(tracing::Level::WARN)
        // A trace that cannot be written, on a full disk, must not be told about in the middle of a screen.
        .log_internal_errors(false)
        .finish();
    let _ = tracing::subscriber::set_global_default(to_file);
    let _ = tracing_log::LogTracer::builder()
        .with_max_level(tracing_log::log::LevelFilter::Warn)
        .init();
}

fn open(path: &Path) -> Option<File> {
    let too_long = path.metadata().is_ok_and(|m| m.len() > LONGEST_BYTES);
    let mut options = OpenOptions::new();
    options
        .create(true)
        .write(true)
        .append(!too_long)
        .truncate(too_long);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).ok()
}
