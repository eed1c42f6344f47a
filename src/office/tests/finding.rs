//! Resolutions found by words, to go to them.

use super::*;
use crate::text::fold;

fn texts(world: &World, typed: &[&str], limit: usize) -> Vec<String> {
    let query = Query::Found {
        any_of: typed.iter().map(|text| fold(text)).collect(),
        limit,
    };
    let Answer::Resolutions(rows) = world.office.read(&query, day(1402, 1, 1)).expect("an answer") else {
        panic!()
    };
    rows.into_iter().map(|row| row.resolution.text).collect()
}

#[test]
fn resolutions_are_found_by_words_in_any_order_open_and_pressing_ones_first() {
    let mut world = World::new();
    let body = world.body();
    let old = world.session_on(&body, 3, day(1401, 2, 1));
    let new = world.session_on(&body, 4, day(1401, 6, 1));
    world.resolution(&old, "گزارش چاه‌ها", Some(1));
    world.resolution(&new, "گزارش كنتورها", Some(2));
    let done = world.resolution(&new, "گزارش پایانی", Some(3));
    let before = world
        .view(&new)
        .resolutions
        .pop()
        .expect("a resolution")
        .resolution;
    let after = Resolution {
        status: Status::Done,
        ..before.clone()
    };
    assert_eq!(before.id, done);
    world.run(Command::RecordResolution {
        before: Some(Box::new(before)),
        after: Box::new(after),
    });
    assert_eq!(
        texts(&world, &["گزارش"], 9),
        ["گزارش كنتورها", "گزارش چاه‌ها", "گزارش پایانی"]
    );
    assert_eq!(texts(&world, &["گزارش"], 1), ["گزارش كنتورها"]);
    // In any order, by the letters of any keyboard, with the session's number and the body's name.
    assert_eq!(texts(&world, &["کنتور گزارش"], 9), ["گزارش كنتورها"]);
    assert_eq!(texts(&world, &["سومین گزارش آزمون"], 9), ["گزارش چاه‌ها"]);
    assert_eq!(texts(&world, &["qqq", "چاه"], 9), ["گزارش چاه‌ها"]);
    assert_eq!(texts(&world, &["نیست"], 9), Vec::<String>::new());
}
