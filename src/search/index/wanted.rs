//! What is wanted of an index: which documents, in what order, how many, and on what day. Does not know the index.

use super::document::Order;
use crate::calendar::Day;
use crate::search::filter::Filter;

/// What is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// It selects them.
    pub filter: &'a Filter,
    /// Only those that are open.
    pub open: bool,
    /// In this order.
    pub order: Order,
    /// As they stand on this day.
    pub today: Day,
    /// The first so many.
    pub limit: usize,
}

impl<'a> Wanted<'a> {
    /// All that a filter selects, as lists show them: the most pressing first where only `open` ones are wanted, else
    /// by session and place.
    pub fn all(filter: &'a Filter, open: bool, today: Day) -> Wanted<'a> {
        let order = if open { Order::Pressing } else { Order::Session };
        Wanted {
            filter,
            open,
            order,
            today,
            limit: usize::MAX,
        }
    }

    /// The first `limit` of them.
    pub fn first(self, limit: usize) -> Wanted<'a> {
        Wanted { limit, ..self }
    }
}
