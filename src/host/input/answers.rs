//! A terminal's answers about itself. Does not know which terminal gives which.

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TerminalReply {
    /// To XTVERSION: name and version, «kitty(0.26.5)».
    Version(String),
    /// To secondary device attributes: terminal, version and a third number.
    Secondary([u32; 3]),
    /// To a question about an ECMA-48 mode: 0 not known, 1 set, 2 reset, 3 and 4 set and reset for good.
    Mode {
        /// The mode.
        mode: u32,
        /// Its state.
        state: u32,
    },
    /// To the question for its ground (OSC 11): red, green and blue of the sRGB space.
    Ground([u8; 3]),
    /// To primary device attributes. Nearly every terminal answers it.
    Primary,
    /// To the question where its cursor stands (CPR), in the second row or below: the column, from 1 on. What is said of
    /// the first row is F3 with a key held down.
    Column(u32),
}

/// The answer in a control sequence, if it is one. What it begins or ends with, no key does.
pub(super) fn sequence(parameters: &[u8], last: u8) -> Option<TerminalReply> {
    match (parameters, last) {
        ([b'?', ..], b'c') => Some(TerminalReply::Primary),
        ([b'>', numbers @ ..], b'c') => {
            let mut found = numbers_of(numbers);
            let mut next = || found.next().unwrap_or(0);
            Some(TerminalReply::Secondary([next(), next(), next()]))
        }
        ([numbers @ .., b'$'], b'y') => {
            let mut found = numbers_of(numbers);
            let (mode, state) = (found.next()?, found.next()?);
            Some(TerminalReply::Mode { mode, state })
        }
        (numbers, b'R') => {
            let mut found = numbers_of(numbers);
            let (row, column) = (found.next()?, found.next()?);
            (row >= 2).then_some(TerminalReply::Column(column))
        }
        _ => None,
    }
}

/// The answer in a device control string that begins with `>`.
pub(super) fn version(string: &[u8]) -> Option<TerminalReply> {
    let text = string.strip_prefix(b">|")?;
    let text: String = String::from_utf8_lossy(text)
        .chars()
        .filter(|c| !c.is_control())
        .collect();
    Some(TerminalReply::Version(text))
}

/// The answer in an operating system command, `11;rgb:ffff/ffff/ffff` or with fewer digits; some say `rgba`.
pub(super) fn ground(string: &[u8]) -> Option<TerminalReply> {
    let text = std::str::from_utf8(string).ok()?;
    let colour = text.strip_prefix("11;rgb")?;
    let parts = colour.strip_prefix('a').unwrap_or(colour).strip_prefix(':')?;
    let mut parts = parts.split('/').map(part);
    let mut next = || parts.next().flatten();
    Some(TerminalReply::Ground([next()?, next()?, next()?]))
}

/// One to four hexadecimal digits as a part of 255.
fn part(digits: &str) -> Option<u8> {
    let most = match digits.len() {
        length @ 1..=4 => 16u32.pow(u32::try_from(length).ok()?) - 1,
        _ => return None,
    };
    let value = u32::from_str_radix(digits, 16).ok()?;
    u8::try_from((value * 255 + most / 2) / most).ok()
}

/// Numbers parted by semicolons; one that is missing is 0, what is no number ends them.
fn numbers_of(parameters: &[u8]) -> impl Iterator<Item = u32> {
    parameters.split(|&byte| byte == b';').map_while(|digits| {
        let text = std::str::from_utf8(digits).ok()?;
        if text.is_empty() {
            Some(0)
        } else {
            text.parse().ok()
        }
    })
}
