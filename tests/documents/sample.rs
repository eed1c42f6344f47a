//! The sessions of the sample office. It does not know what is made of them.

use dabir::calendar::{Day, Moment};
use dabir::exchange::archive::read_archive;
use dabir::office::command::Command;
use dabir::office::query::SessionView;
use dabir::office::{Office, read};
use dabir::words::{Digits, Lang, Words};

const SAMPLE: &[u8] = include_bytes!("../../data/sample/office.json");

/// The day that papers are made on.
pub fn today() -> Day {
    Day::from_jalali(1404, 9, 1).expect("a day")
}

/// The words of a language with the digits that its papers have.
pub fn words(lang: Lang) -> Words {
    let digits = match lang {
        Lang::Fa => Digits::Persian,
        Lang::En => Digits::Latin,
    };
    Words::new(lang, digits)
}

/// Every session with everything in it.
pub fn views() -> Vec<SessionView> {
    let folder = tempfile::tempdir().expect("a folder");
    let (office, _) = Office::open(&folder.path().join("store")).expect("an office");
    let archive = read_archive(SAMPLE).expect("the sample office");
    let command = Command::ImportArchive(Box::new(archive));
    office
        .execute("secretary", command, Moment::UNIX_EPOCH, &mut || "x".to_owned())
        .expect("taken in");
    let rows = read::sessions(&office, today()).expect("sessions");
    let view = |id| {
        read::session(&office, id, today())
            .expect("read")
            .expect("a session")
    };
    rows.iter().map(|row| view(&row.session.id)).collect()
}
