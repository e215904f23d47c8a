namespace Workers.Effects.Grouping;

/// <summary>
/// How many messages a group may have: half of those that met a conflict, then more with each group that meets none. Two workers
/// whose groups share items would otherwise conflict for ever.
/// </summary>
/// <param name="most">The largest size.</param>
internal sealed class GroupSize(int most)
{
    private int _withheld;

    public int Messages => most - _withheld;

    public void Contended(int messages) => _withheld = most - Math.Max(1, Math.Min(Messages, messages) / 2);

    public void Committed() => _withheld = Math.Max(0, _withheld - 1 - (Messages / 8));
}
