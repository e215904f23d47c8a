namespace Workers.Effects.Grouping;

/// <summary>
/// How many messages a group may have: half of those that met a conflict, or as many as last filled a transaction; then more with
/// each group that meets no conflict.
/// </summary>
/// <param name="most">The largest size.</param>
internal sealed class GroupSize(int most)
{
    private const int Least = 10;

    private int _withheld;
    private int _halved;

    public int Messages => most - _withheld;

    /// <summary>
    /// A group met another's transaction. It is halved once until it has grown back: of workers that meet on one hot item, smaller groups
    /// are only more of them, which meet more often.
    /// </summary>
    public void Contended(int messages)
    {
        if (Messages >= _halved)
        {
            _halved = messages;
            _withheld = Math.Max(0, most - Math.Max(Least, messages / 2));
        }
    }

    /// <summary>More than so many found no room.</summary>
    public void Filled(int messages) => _withheld = Math.Max(_withheld, most - messages);

    /// <summary>A group met nobody.</summary>
    public void Committed() => _withheld = Math.Max(0, _withheld - 1 - (Messages / 8));
}
