//! What comes from a terminal: bytes in; keys, pasted text, the mouse and the terminal's answers about itself out. Does not know
//! what any of them means.
//!
//! crossterm's reader takes such answers for keys (`ESC P > | kitty …` is Alt-P and then letters), knows only what ends
//! within one read, and reads this process's terminal alone. Here sequences may come in pieces, and an answer is never
//! a key press, nor is anything that is pasted.

mod answers;
mod keys;
mod mouse;
#[cfg(test)]
mod tests;

pub use answers::TerminalReply;

use crate::ui::Pointer;
use crate::ui::key::{Code, Key};
use std::time::Duration;

/// One thing that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// A key.
    Key(Key),
    /// Text that was pasted as a whole.
    Paste(String),
    /// Something was done with the mouse.
    Pointer(Pointer),
    /// The terminal's answer to a question.
    Reply(TerminalReply),
}

/// How long a lone Escape waits for the rest of a sequence before it is the key.
pub const PATIENCE: Duration = Duration::from_millis(50);

/// Nothing came of a paste for so long: what has come is shown and kept, and a key that writes nothing ends it.
const PASTE_STALLS_AFTER: Duration = Duration::from_millis(300);
/// And after so long again its end is not waited for any more.
const PASTE_ENDS_AFTER: Duration = Duration::from_secs(3);

/// A paste that stalls more often is somebody who types: its end was lost.
const MOST_STALLS: u8 = 8;

const PASTE_START: &[u8] = b"\x1b[200~";
const PASTE_END: &[u8] = b"\x1b[201~";
/// Longer sequences are none; their bytes are dropped.
const LONGEST_SEQUENCE: usize = 512;

/// Reads bytes as they come.
#[derive(Debug, Default)]
pub struct Reader {
    bytes: Vec<u8>,
    /// Text is being pasted; its end has not come.
    paste: Option<Pasting>,
}

/// A paste under way.
#[derive(Debug, Default)]
struct Pasting {
    /// How many of the bytes have been searched for its end.
    searched: usize,
    /// Nothing came for a moment, and what had come was given out.
    is_stalled: bool,
    /// How often that was so.
    stalls: u8,
}

impl Reader {
    /// Takes bytes; what is whole is added to `found`, the rest is kept.
    pub fn feed(&mut self, bytes: &[u8], found: &mut Vec<Input>) {
        self.bytes.extend_from_slice(bytes);
        let mut start = 0;
        self.leave_stalled_paste();
        loop {
            let rest = &self.bytes[start..];
            if self.paste.is_none() && rest.starts_with(PASTE_START) {
                self.paste = Some(Pasting::default());
                start += PASTE_START.len();
                continue;
            }
            let step = match &mut self.paste {
                Some(paste) => pasted(rest, paste),
                None => one(rest),
            };
            let Some((input, length)) = step else { break };
            if matches!(input, Some(Input::Paste(_))) {
                self.paste = None;
            }
            found.extend(input.filter(|input| !matches!(input, Input::Paste(text) if text.is_empty())));
            start += length;
        }
        self.bytes.drain(..start);
    }

    /// How long to wait for more before [`Reader::settle`] is asked; none where nothing is kept back.
    pub fn waits(&self) -> Option<Duration> {
        match &self.paste {
            Some(Pasting { is_stalled: true, .. }) if !self.bytes.is_empty() => Some(PATIENCE),
            Some(Pasting { is_stalled: true, .. }) => Some(PASTE_ENDS_AFTER),
            Some(_) => Some(PASTE_STALLS_AFTER),
            None => self.is_undecided().then_some(PATIENCE),
        }
    }

    /// Whether what is kept may be a key already, if nothing more comes within [`PATIENCE`].
    fn is_undecided(&self) -> bool {
        matches!(self.bytes[..], [0x1B] | [0x1B, b'[' | b'O' | b'P' | b']'])
    }

    /// Nothing more came within the time of [`Reader::waits`]: Escape is the key, and Escape with a letter is Alt with
    /// that letter. What was pasted so far is given out as far as it is whole; if nothing comes after that either, its
    /// end is not waited for any more, for a terminal may have lost it.
    pub fn settle(&mut self) -> Option<Input> {
        match &mut self.paste {
            Some(paste) if !paste.is_stalled && paste.stalls < MOST_STALLS => {
                (paste.searched, paste.is_stalled) = (0, true);
                paste.stalls += 1;
                return self.so_far();
            }
            Some(paste) if !paste.is_stalled => {
                self.paste = None;
                return self.so_far();
            }
            Some(_) => self.paste = None,
            None => {}
        }
        if !self.is_undecided() {
            return None;
        }
        let key = match self.bytes.get(1) {
            None => Key::plain(Code::Escape),
            Some(&letter) => keys::alt(Key::char(char::from(letter))),
        };
        self.bytes.clear();
        Some(Input::Key(key))
    }

    /// The line is gone: what was pasted until then.
    pub fn end(&mut self) -> Option<Input> {
        self.paste.take().and_then(|_| self.so_far())
    }

    /// What was pasted so far, without a letter or an end mark that may have come in part.
    fn so_far(&mut self) -> Option<Input> {
        let mark = (1..PASTE_END.len())
            .rev()
            .find(|part| self.bytes.ends_with(&PASTE_END[..*part]));
        let text = &self.bytes[..self.bytes.len() - mark.unwrap_or(0)];
        let whole = match std::str::from_utf8(text) {
            Err(error) if error.error_len().is_none() => error.valid_up_to(),
            _ => text.len(),
        };
        let text = String::from_utf8_lossy(&self.bytes[..whole]).into_owned();
        self.bytes.drain(..whole);
        (!text.is_empty()).then_some(Input::Paste(text))
    }

    /// A key that writes nothing ends a paste of which nothing came for a moment; text goes on in it.
    fn leave_stalled_paste(&mut self) {
        let Some(paste) = &mut self.paste else { return };
        if !paste.is_stalled {
            return;
        }
        let is_end = PASTE_END.starts_with(&self.bytes) || self.bytes.starts_with(PASTE_END);
        match self.bytes.first() {
            Some(0..0x20 | 0x7F) if !is_end && !matches!(self.bytes[0], b'\t' | b'\n' | b'\r') => {
                self.paste = None
            }
            _ => paste.is_stalled &= is_end && self.bytes.len() < PASTE_END.len(),
        }
    }
}

/// Parts answers from everything else: answers are taken out of `bytes` and returned, what else is whole is moved to
/// `typed` as it came, and the rest is kept.
pub fn part(bytes: &mut Vec<u8>, typed: &mut Vec<u8>) -> Vec<TerminalReply> {
    let mut replies = Vec::new();
    while let Some((input, length)) = one(bytes) {
        let taken = bytes.drain(..length);
        match input {
            Some(Input::Reply(reply)) => replies.push(reply),
            _ => typed.extend(taken),
        }
    }
    replies
}

/// What stands at the start of `bytes` and how many bytes it fills; none while it is not whole. Sequences that mean
/// nothing here give no input.
type ParsedInput = Option<(Option<Input>, usize)>;

fn one(bytes: &[u8]) -> ParsedInput {
    match *bytes.first()? {
        0x1B => escape(bytes),
        byte @ (0..0x20 | 0x7F) => Some((keys::control(byte).map(Input::Key), 1)),
        _ => letter(bytes),
    }
}

fn escape(bytes: &[u8]) -> ParsedInput {
    match *bytes.get(1)? {
        b'[' => sequence(bytes),
        b'O' => {
            let last = *bytes.get(2)?;
            Some((keys::single_shift(last).map(Input::Key), 3))
        }
        // Escape twice is the key and whatever the second one begins.
        0x1B => Some((Some(Input::Key(Key::plain(Code::Escape))), 1)),
        b'P' => match *bytes.get(2)? {
            b'>' => control_string(bytes, 2, answers::version),
            _ => Some((Some(Input::Key(keys::alt(Key::char('P')))), 2)),
        },
        b']' => match *bytes.get(2)? {
            b'1' => control_string(bytes, 2, answers::ground),
            _ => Some((Some(Input::Key(keys::alt(Key::char(']')))), 2)),
        },
        _ => {
            let (input, length) = one(&bytes[1..])?;
            let with_alt = input.map(|input| match input {
                Input::Key(key) => Input::Key(keys::alt(key)),
                other => other,
            });
            Some((with_alt, length + 1))
        }
    }
}

/// `ESC [`, parameters, intermediates, a final byte (ECMA-48, 5.4).
fn sequence(bytes: &[u8]) -> ParsedInput {
    if bytes.get(2) == Some(&b'[') {
        // The Linux console's F1 to F5.
        let last = *bytes.get(3)?;
        return Some((keys::console(last).map(Input::Key), 4));
    }
    let inner = |byte: &u8| matches!(byte, 0x20..=0x3F);
    let length = 2 + bytes[2..].iter().take_while(|byte| inner(byte)).count();
    if length > LONGEST_SEQUENCE {
        return Some((None, length));
    }
    let last = *bytes.get(length)?;
    if !matches!(last, 0x40..=0x7E) {
        return Some((None, length));
    }
    let parameters = &bytes[2..length];
    match (parameters, last) {
        ([], b'M') => return mouse::in_bytes(&bytes[3..]).map(|input| (input.map(Input::Pointer), 6)),
        ([b'<', numbers @ ..], b'M' | b'm') => {
            let pointer = mouse::sequence(numbers, last == b'm');
            return Some((pointer.map(Input::Pointer), length + 1));
        }
        _ => {}
    }
    let reply = answers::sequence(parameters, last).map(Input::Reply);
    let input = reply.or_else(|| keys::sequence(parameters, last).map(Input::Key));
    Some((input, length + 1))
}

/// An answer in a control string (ECMA-48, 5.6), as `ESC P > … ESC \` to XTVERSION and `ESC ] 11 ; … ESC \` to the question for
/// the ground; BEL ends it too.
fn control_string(
    bytes: &[u8],
    start: usize,
    answer: impl Fn(&[u8]) -> Option<TerminalReply>,
) -> ParsedInput {
    let end = bytes
        .iter()
        .skip(2)
        .position(|&byte| byte == 0x07 || byte == 0x1B);
    let Some(end) = end.map(|offset| offset + 2) else {
        let too_long = bytes.len() > LONGEST_SEQUENCE;
        return too_long.then_some((None, bytes.len()));
    };
    let reply = answer(&bytes[start..end]).map(Input::Reply);
    match (bytes[end], bytes.get(end + 1)) {
        (0x1B, None) => None,
        (0x1B, Some(b'\\')) => Some((reply, end + 2)),
        // Broken off by another sequence.
        (0x1B, Some(_)) => Some((None, end)),
        _ => Some((reply, end + 1)),
    }
}

/// Pasted text up to its end, however many reads it takes; nothing in it is looked at.
fn pasted(bytes: &[u8], paste: &mut Pasting) -> ParsedInput {
    let from = paste.searched;
    let end = (bytes[from..].windows(PASTE_END.len())).position(|window| window == PASTE_END);
    let Some(end) = end.map(|offset| from + offset) else {
        paste.searched = bytes.len().saturating_sub(PASTE_END.len() - 1);
        return None;
    };
    let text = String::from_utf8_lossy(&bytes[..end]).into_owned();
    Some((Some(Input::Paste(text)), end + PASTE_END.len()))
}

/// One UTF-8 scalar; a byte that begins none is dropped.
fn letter(bytes: &[u8]) -> ParsedInput {
    let length = match bytes[0] {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => 1,
    };
    let have = &bytes[..length.min(bytes.len())];
    match std::str::from_utf8(have) {
        Ok(text) => Some((text.chars().next().map(|c| Input::Key(Key::char(c))), length)),
        Err(error) if error.error_len().is_none() => None,
        Err(_) => Some((None, 1)),
    }
}
