//! Power cuts as they show in the files: the journal's last line cut or torn at every place, sled as old as may be.
//!
//! It does not know how the store tells what was saved. `DABIR_TEST_POWER_STEP=1` tries every byte; otherwise every
//! eleventh is tried.

use crate::records::{Everything, copy_folder, everything, played, put, row};
use dabir::store::{Mended, Store, Tree};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// A disk writes so many bytes or none of them.
const SECTOR_BYTES: usize = 512;

/// What a store was after an entry that was acknowledged.
struct Moment {
    journal: Vec<u8>,
    sled: PathBuf,
    records: Everything,
}

/// A store as it was after each of some entries; the last ones are longer than a sector.
fn moments(home: &Path) -> Vec<Moment> {
    let folder = home.join("store");
    drop(Store::open(&folder).unwrap());
    let mut moments = Vec::new();
    for number in 0..4_u64 {
        let (store, _) = Store::open(&folder).unwrap();
        let mut record = row(number);
        record.text = record.text.repeat(1 + 8 * usize::try_from(number).unwrap());
        put(&store, Tree::Notes, &format!("k{}", number % 3), Some(&record)).unwrap();
        let records = everything(&store);
        drop(store);
        let sled = home.join(format!("sled-{number}"));
        copy_folder(&folder.join("sled"), &sled);
        let journal = fs::read(folder.join("journal")).unwrap();
        moments.push(Moment {
            journal,
            sled,
            records,
        });
    }
    moments
}

/// What the disk may hold of a line that was being written when the power failed.
fn remains(line: &[u8], step: usize) -> Vec<Vec<u8>> {
    let cuts = (0..line.len()).step_by(step).map(|at| line[..at].to_vec());
    let sectors = line.len().div_ceil(SECTOR_BYTES);
    let torn = (0..1_usize << sectors.min(6)).map(|there| {
        let mut torn = line.to_vec();
        for (at, sector) in torn.chunks_mut(SECTOR_BYTES).enumerate() {
            if there & (1 << at) == 0 {
                sector.fill(0);
            }
        }
        torn
    });
    cuts.chain(torn).collect()
}

#[derive(Debug, Default)]
struct Told {
    cuts: u32,
    lost: u32,
    claimed_too_much: u32,
    refused: u32,
    unsound: u32,
}

fn after_the_cut(folder: &Path, before: &Moment, whole: &[u8], rest: &[u8], told: &mut Told) {
    told.cuts += 1;
    let is_whole = before.journal.len() + rest.len() == whole.len() && whole.ends_with(rest);
    let Ok((store, mended)) = Store::open(folder) else {
        told.refused += 1;
        return;
    };
    if !is_whole {
        told.lost += u32::from(everything(&store) != before.records);
    }
    told.unsound += u32::from(everything(&store) != played(&store) || !store.check().unwrap().is_sound());
    let unknown = |mended: &Mended| matches!(mended, Mended::TornEntry { is_known: false, .. });
    told.claimed_too_much += u32::from(mended.iter().any(unknown));
    let next = put(&store, Tree::Notes, "next", Some(&row(9)));
    told.unsound += u32::from(next.is_err());
}

#[test]
fn no_power_cut_takes_what_was_acknowledged_or_locks_the_store() {
    let _alone = crate::alone();
    let step = std::env::var("DABIR_TEST_POWER_STEP");
    let step: usize = step.ok().and_then(|step| step.parse().ok()).unwrap_or(11);
    let home = tempfile::tempdir().unwrap();
    let moments = moments(home.path());
    let mut told = Told::default();
    for (at, pair) in moments.windows(2).enumerate() {
        let [before, after] = pair else { continue };
        let line = &after.journal[before.journal.len()..];
        for (number, rest) in remains(line, step).into_iter().enumerate() {
            // sled is brought to the disk later: it may be older than the last acknowledged entry.
            let sled = &moments[number % (at + 1)].sled;
            let folder = home.path().join("cut");
            fs::create_dir(&folder).unwrap();
            copy_folder(sled, &folder.join("sled"));
            fs::write(folder.join("lock"), "").unwrap();
            fs::write(folder.join("journal"), [&before.journal[..], &rest].concat()).unwrap();
            after_the_cut(&folder, before, &after.journal, &rest, &mut told);
            fs::remove_dir_all(&folder).unwrap();
        }
    }
    println!("{told:?}");
    let Told {
        cuts,
        lost,
        claimed_too_much,
        refused,
        unsound,
    } = told;
    assert!(cuts > 100, "{cuts}");
    assert_eq!((lost, claimed_too_much, refused, unsound), (0, 0, 0, 0));
}
