//! The real minutes beside the project, read whole.
//! Knows them by path only; where they are absent it says so and passes.

use std::path::PathBuf;

use crate::exchange::minutes::{ReadMinutes, ReadStatus, decode, reader, words_lost};

/// The real minutes whose name begins with `start`, if they are there.
fn real(start: &str) -> Option<ReadMinutes> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/minutes");
    let Some(path) = std::fs::read_dir(&folder).ok().and_then(|entries| {
        entries
            .flatten()
            .find(|entry| entry.file_name().to_string_lossy().starts_with(start))
            .map(|entry| entry.path())
    }) else {
        println!("skipped: no real minutes {start}* in {}", folder.display());
        return None;
    };
    let text = decode(&std::fs::read(path).unwrap()).unwrap();
    let read = reader::read(&text);
    assert_eq!(words_lost(&text, &read), Vec::<String>::new());
    Some(read)
}

#[test]
fn the_first_real_minutes_are_read() {
    let Some(read) = real("000") else { return };
    assert_eq!((read.ordinal, read.date), (Some(17), None));
    assert!(read.body.unwrap().starts_with("کارگروه"));
    let rows: Vec<Option<u32>> = read.resolutions.iter().map(|resolution| resolution.row).collect();
    assert_eq!(
        rows,
        [
            Some(1),
            Some(2),
            Some(3),
            Some(4),
            Some(5),
            Some(6),
            Some(7),
            None
        ]
    );
    assert_eq!(read.resolutions[0].text.matches('\n').count(), 3);
    assert_eq!(
        crate::domain::wording::provisos(&read.resolutions[0].text).len(),
        1
    );
    assert_eq!(
        crate::domain::wording::clauses(&read.resolutions[7].text).len(),
        5
    );
    assert_eq!(read.resolutions[7].responsible.len(), 2);
    let count = |status| {
        read.attendance
            .iter()
            .filter(|line| line.status == status)
            .count()
    };
    assert_eq!(
        [ReadStatus::Present, ReadStatus::Video, ReadStatus::Absent].map(count),
        [10, 22, 15]
    );
    assert_eq!(
        (read.agenda.len(), read.annexes.len(), read.signatures.len()),
        (3, 1, 4)
    );
    assert!(read.annexes[0].title.is_some());
    assert!(read.raw.is_empty());
}

#[test]
fn the_second_real_minutes_are_read() {
    let Some(read) = real("002") else { return };
    assert_eq!(read.ordinal, Some(8));
    assert_eq!(read.invitation_number.as_deref(), Some("۲۱/۲۵/۱۴۷۷۲"));
    assert_eq!(read.date.unwrap().to_string(), "1401/03/12");
    assert_eq!(read.invitation_date.unwrap().to_string(), "1401/03/10");
    assert_eq!(read.start.unwrap().to_string(), "07:30");
    assert_eq!(read.weekday_written.as_deref(), Some("پنج شنبه"));
    let rows: Vec<u32> = read
        .resolutions
        .iter()
        .filter_map(|resolution| resolution.row)
        .collect();
    assert_eq!(rows, Vec::from_iter(1..=11));
    assert_eq!(read.resolutions.len(), 11);
    assert!(!read.resolutions[6].text.contains('\n') && read.resolutions[6].text.ends_with('.'));
    assert_eq!(read.resolutions[9].responsible.len(), 6);
    assert_eq!((read.agenda.len(), read.notes.len()), (2, 8));
}

#[test]
fn the_third_real_minutes_are_read() {
    let Some(read) = real("004") else { return };
    assert_eq!((read.ordinal, read.year), (Some(8), Some(1401)));
    assert_eq!(read.date.unwrap().to_string(), "1401/08/28");
    assert_eq!(read.resolutions.len(), 3);
    assert_eq!(
        read.resolutions[2].deadline_written.as_deref(),
        Some("حداکثر شش ماه")
    );
    assert_eq!(read.resolutions[0].responsible.len(), 10);
    assert!(read.chair.is_some() && read.secretary.is_some() && read.place.is_some());
    assert_eq!(read.invitation_number.as_deref(), Some("3602"));
    assert_eq!((read.agenda.len(), read.signatures.len()), (3, 3));
}
