//! Bead shapes and how often each occurs.

/// How many English and how many Arabic segments a bead joins, with the natural logarithm of its prior.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// English segments.
    pub english: u32,
    /// Arabic segments.
    pub arabic: u32,
    /// Natural logarithm of the chance of this shape.
    pub prior: f32,
}

const fn shape(english: u32, arabic: u32, prior: f32) -> Shape {
    Shape { english, arabic, prior }
}

/// All shapes, the commonest first.
pub const SHAPES: [Shape; 18] = [
    shape(1, 1, -0.1),
    shape(1, 0, -3.0),
    shape(0, 1, -3.0),
    shape(2, 1, -3.5),
    shape(1, 2, -3.5),
    shape(3, 1, -5.5),
    shape(1, 3, -5.5),
    shape(2, 2, -14.0),
    shape(4, 1, -7.5),
    shape(1, 4, -7.5),
    shape(5, 1, -9.0),
    shape(1, 5, -9.0),
    shape(6, 1, -10.0),
    shape(1, 6, -10.0),
    shape(7, 1, -11.0),
    shape(1, 7, -11.0),
    shape(8, 1, -12.0),
    shape(1, 8, -12.0),
];

/// Most segments that a bead has on one side.
pub const LONGEST: u32 = 8;
