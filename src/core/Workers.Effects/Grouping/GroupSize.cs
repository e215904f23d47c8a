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

    public int Messages => most - _withheld;

    /// <summary>
    /// A group met another's transaction. Groups do not shrink again until they have grown back: where workers meet on one hot item,
    /// smaller groups are only more of them, which meet more often.
    /// </summary>
    public void Contended(int messages)
    {
        if (Messages >= _shrunkFrom)
        {
            _shrunkFrom = messages;
            _withheld = Math.Max(0, most - Math.Max(Least, messages - (messages / 4)));
        }
    }

    /// <summary>More than so many found no room.</summary>
    public void Filled(int messages) => _withheld = Math.Max(_withheld, most - messages);

    /// <summary>A group met nobody.</summary>
    public void Committed() => _withheld = Math.Max(0, _withheld - 1 - (Messages / 8));
}
