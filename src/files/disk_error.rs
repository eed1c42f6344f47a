//! Why the file system refused, as far as a person can do something about it. The raw error is for the trace.
//! It does not know the sentences.

use std::io::{self, ErrorKind};

/// What stands in the way of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DiskError {
    /// No room is left.
    Full,
    /// The room that this person may take is used up.
    Quota,
    /// The file may not grow so far.
    TooLarge,
    /// The device failed.
    Device,
    /// What is mounted there may only be read.
    ReadOnly,
    /// This person may not.
    NotAllowed,
    /// There is no such file or folder.
    NotFound,
    /// A file stands where a folder should be.
    NotAFolder,
    /// A folder stands where a file should be.
    IsAFolder,
    /// Something else has the name.
    Taken,
    /// The name is longer than names may be.
    LongName,
    /// The process, or the whole system, has too many files open.
    TooManyOpen,
    /// Memory is used up.
    Memory,
    /// A disk on another machine does not answer.
    Away,
    /// Something else.
    Other,
}

/// Numbers of errors that the standard library gives no kind of their own; all unixes have the same.
#[cfg(unix)]
const NUMBERS: [(i32, DiskError); 3] = [
    (5, DiskError::Device),
    (23, DiskError::TooManyOpen),
    (24, DiskError::TooManyOpen),
];
/// The same of Windows: a failed read or write of a device, a CRC that does not fit, too many open files.
#[cfg(not(unix))]
const NUMBERS: [(i32, DiskError); 5] = [
    (4, DiskError::TooManyOpen),
    (23, DiskError::Device),
    (29, DiskError::Device),
    (30, DiskError::Device),
    (1117, DiskError::Device),
];

impl DiskError {
    /// All of them.
    pub const ALL: [DiskError; 15] = [
        DiskError::Full,
        DiskError::Quota,
        DiskError::TooLarge,
        DiskError::Device,
        DiskError::ReadOnly,
        DiskError::NotAllowed,
        DiskError::NotFound,
        DiskError::NotAFolder,
        DiskError::IsAFolder,
        DiskError::Taken,
        DiskError::LongName,
        DiskError::TooManyOpen,
        DiskError::Memory,
        DiskError::Away,
        DiskError::Other,
    ];
}

impl From<&io::Error> for DiskError {
    fn from(error: &io::Error) -> DiskError {
        let number = error.raw_os_error();
        let known = NUMBERS.iter().find(|(of, _)| Some(*of) == number);
        known.map_or_else(|| of_kind(error.kind()), |(_, error)| *error)
    }
}

fn of_kind(kind: ErrorKind) -> DiskError {
    match kind {
        ErrorKind::StorageFull => DiskError::Full,
        ErrorKind::QuotaExceeded => DiskError::Quota,
        ErrorKind::FileTooLarge => DiskError::TooLarge,
        ErrorKind::ReadOnlyFilesystem => DiskError::ReadOnly,
        ErrorKind::PermissionDenied => DiskError::NotAllowed,
        ErrorKind::NotFound => DiskError::NotFound,
        ErrorKind::NotADirectory => DiskError::NotAFolder,
        ErrorKind::IsADirectory => DiskError::IsAFolder,
        ErrorKind::AlreadyExists => DiskError::Taken,
        ErrorKind::InvalidFilename => DiskError::LongName,
        ErrorKind::OutOfMemory => DiskError::Memory,
        ErrorKind::StaleNetworkFileHandle
        | ErrorKind::TimedOut
        | ErrorKind::NotConnected
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown => DiskError::Away,
        _ => DiskError::Other,
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn each_number_of_the_system_is_what_a_person_calls_it() {
        for (number, expected) in [
            (28, DiskError::Full),
            (122, DiskError::Quota),
            (27, DiskError::TooLarge),
            (5, DiskError::Device),
            (30, DiskError::ReadOnly),
            (13, DiskError::NotAllowed),
            (1, DiskError::NotAllowed),
            (2, DiskError::NotFound),
            (20, DiskError::NotAFolder),
            (21, DiskError::IsAFolder),
            (17, DiskError::Taken),
            (36, DiskError::LongName),
            (24, DiskError::TooManyOpen),
            (23, DiskError::TooManyOpen),
            (12, DiskError::Memory),
            (116, DiskError::Away),
            (110, DiskError::Away),
            (71, DiskError::Other),
        ] {
            let error = io::Error::from_raw_os_error(number);
            assert_eq!(DiskError::from(&error), expected, "{error}");
        }
    }

    #[test]
    fn a_kind_without_a_number_is_read_too() {
        let full = io::Error::from(ErrorKind::StorageFull);
        assert_eq!(DiskError::from(&full), DiskError::Full);
        assert_eq!(DiskError::from(&io::Error::other("x")), DiskError::Other);
    }
}
