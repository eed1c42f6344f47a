//! Who may be the speaker of a note in a session. Changes nothing.

use super::reader::seats_by_body;
use super::roll;
use crate::domain::attendance::Presence;
use crate::domain::body::Body;
use crate::domain::ids::SessionId;
use crate::domain::session::{Guest, Note, Session};
use crate::office::Office;
use crate::office::command::Failure;
use crate::office::query::{KnownAs, RollRow, Voice};
use crate::office::records::all;
use crate::store::Tree;
use crate::text::fold;
use std::collections::HashSet;

/// So many earlier sessions are read for their speakers.
const SESSIONS_READ: usize = 12;

/// The voices of a session; none where there is no such session.
pub(super) fn voices(office: &Office, id: &SessionId) -> Result<Vec<Voice>, Failure> {
    let store = office.store();
    let Some(session) = store.get_readable::<Session>(Tree::Sessions, id.as_str())? else {
        return Ok(Vec::new());
    };
    let body = store.get_readable::<Body>(Tree::Bodies, session.body.as_str())?;
    let seats = seats_by_body(store)?.remove(&session.body).unwrap_or_default();
    let rows = roll::rows(store, &session, &body.unwrap_or_default(), &seats, &[])?;
    let mut found: Vec<Voice> = rows.iter().flat_map(|row| of_seat(row, &session)).collect();
    found.extend(session.guests.iter().map(of_guest));
    let mut sessions = vec![session.clone()];
    sessions.extend(
        roll::earlier_held(office, &session)?
            .into_iter()
            .take(SESSIONS_READ),
    );
    for earlier in &sessions {
        let mut notes: Vec<Note> = all(store, Tree::Notes, &format!("{}/", earlier.id))?;
        notes.sort_by(|a, b| (a.position, &a.id).cmp(&(b.position, &b.id)));
        found.extend(notes.into_iter().filter_map(|note| note.speaker).map(of_speaker));
    }
    let mut seen = HashSet::new();
    found.retain(|voice| !voice.name.trim().is_empty() && seen.insert(fold(&voice.written())));
    Ok(found)
}

/// Who stands in where somebody does, else who sat there, else the seat's holder, else the seat by its own name.
fn of_seat(row: &RollRow, session: &Session) -> Option<Voice> {
    let known = KnownAs::Seat {
        seat: row.seat.id.clone(),
        name: row.seat.name.clone(),
    };
    let voice = |name: &str, post: Option<&String>| Voice {
        name: name.to_owned(),
        post: post.cloned(),
        known: known.clone(),
    };
    let mark = &row.attendance;
    if mark.status == Presence::Represented
        && let Some(who) = &mark.representative
        && let Some(name) = who.name.as_deref().or(who.post.as_deref())
    {
        let post = who.post.as_ref().filter(|_| who.name.is_some());
        return Some(voice(name, post));
    }
    let holder = row.seat.holder_on(session.date);
    Some(match (&mark.person, holder) {
        (Some(person), _) => voice(person, None),
        (None, Some(holder)) => {
            let post = holder.post.as_ref().map(|post| post_in(&row.seat.name, post));
            voice(&holder.name, post.as_ref())
        }
        (None, None) => voice(&row.seat.name, None),
    })
}

/// A post as it is read without its seat beside it: «مدیرکل» of «اداره کل بهزیستی» is «مدیرکل بهزیستی». A post that
/// says of what it is stays as it is.
fn post_in(seat: &str, post: &str) -> String {
    // The note in brackets behind a seat's name is about the seat.
    let seat = seat.split(" (دبیر)").next().unwrap_or(seat).trim();
    let words: Vec<&str> = post.split_whitespace().collect();
    let &[.., last] = words.as_slice() else {
        return post.to_owned();
    };
    if words.len() > 2 || seat.is_empty() {
        return post.to_owned();
    }
    // The seat is itself named by the post.
    if seat.split_whitespace().next() == words.first().copied() {
        return seat.to_owned();
    }
    if let Some(of) = seat.strip_prefix("اداره کل ").filter(|_| post == "مدیرکل") {
        return format!("{post} {of}");
    }
    match seat.strip_prefix(last) {
        // «رئیس دانشگاه» of «دانشگاه علوم پزشکی».
        Some(of) if of.starts_with(' ') => format!("{post}{of}"),
        // «شهردار» of «شهرداری آبگون».
        Some(of) if of.starts_with("ی ") && !last.ends_with('ا') => {
            format!("{post}{}", of.trim_start_matches('ی'))
        }
        // «دبیر شورا» of «شورای هماهنگی».
        Some(of) if of.starts_with("ی ") => format!("{post}{of}"),
        _ if words.len() == 1 => format!("{post} {seat}"),
        _ => format!("{post}، {seat}"),
    }
}

fn of_guest(guest: &Guest) -> Voice {
    Voice {
        name: guest.name.clone(),
        post: guest.post.clone(),
        known: KnownAs::Guest,
    }
}

fn of_speaker(written: String) -> Voice {
    Voice {
        name: written,
        post: None,
        known: KnownAs::Earlier,
    }
}

#[cfg(test)]
mod tests {
    use super::post_in;

    #[test]
    fn a_post_says_of_what_it_is() {
        let pairs = [
            ("مدیرکل", "اداره کل بهزیستی", "مدیرکل بهزیستی"),
            ("مدیرعامل", "شرکت گاز", "مدیرعامل شرکت گاز"),
            ("رئیس دانشگاه", "دانشگاه علوم پزشکی", "رئیس دانشگاه علوم پزشکی"),
            ("شهردار", "شهرداری آبگون", "شهردار آبگون"),
            ("دبیر شورا", "شورای هماهنگی مبارزه", "دبیر شورای هماهنگی مبارزه"),
            ("سرپرست", "اداره کل ثبت احوال", "سرپرست اداره کل ثبت احوال"),
            ("استاندار", "استاندار", "استاندار"),
            ("مدیرکل", "مدیرکل دفتر بانوان (دبیر)", "مدیرکل دفتر بانوان"),
            ("جانشین رئیس", "بنیاد مسکن", "جانشین رئیس، بنیاد مسکن"),
            ("مدیرکل بهزیستی استان", "اداره کل بهزیستی", "مدیرکل بهزیستی استان"),
            ("", "اداره کل بهزیستی", ""),
        ];
        for (post, seat, written) in pairs {
            assert_eq!(post_in(seat, post), written);
        }
    }
}
