namespace Workers.Effects.Grouping;

/// <summary>
/// How many messages a group may have: a quarter less than met a conflict, or as many as last filled a transaction; then more with
/// each group that meets no conflict.
/// </summary>
/// <param name="most">The largest size.</param>
internal sealed class GroupSize(int most)
{
    private const int Least = 10;

    private int _withheld;
    private int _shrunkFrom;

    public int MaxMessages => most - _withheld;

    /// <summary>
    /// A group met another's transaction. Groups do not shrink again until they have grown back: where workers meet on one hot item,
    /// smaller groups are only more of them, which meet more often. A group that is small already says nothing of the size.
    /// </summary>
    public void ShrinkAfterConflict(int messages)
    {
        if (messages > Least && MaxMessages >= _shrunkFrom)
        {
            _shrunkFrom = messages;
            _withheld = Math.Max(0, most - Math.Max(Least, messages - (messages / 4)));
        }
    }

    /// <summary>A group had no room for more than so many.</summary>
    public void LimitTo(int messages) => _withheld = Math.Max(_withheld, most - messages);

    /// <summary>A group met no conflict.</summary>
    public void Grow() => _withheld = Math.Max(0, _withheld - 1 - (MaxMessages / 8));
}
