//! Who gives the commands: the operating system's name of the user. Does not know what they may do.

use crate::text::short_line;

/// Longest name that goes into the journal, in characters.
const LONGEST: usize = 64;

/// The user's name, cleaned and cut; the user's number, or `?`, where no name is known.
pub(super) fn name() -> String {
    let named = ["USER", "LOGNAME", "USERNAME"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok());
    named
        .map(|name| short_line(&name, LONGEST))
        .find(|name| !name.is_empty())
        .unwrap_or_else(number)
}

#[cfg(target_os = "linux")]
fn number() -> String {
    // The process's own folder belongs to its user.
    let owner = std::fs::metadata("/proc/self").map(|folder| std::os::unix::fs::MetadataExt::uid(&folder));
    owner.map_or_else(|_| "?".to_owned(), |uid| format!("uid {uid}"))
}

#[cfg(not(target_os = "linux"))]
fn number() -> String {
    "?".to_owned()
}
