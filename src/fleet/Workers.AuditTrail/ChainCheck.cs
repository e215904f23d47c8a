namespace Workers.AuditTrail;

/// <summary>Follows one chain, link by link in the order of their numbers, while workers may add to it.</summary>
/// <param name="chain">The chain's name.</param>
/// <param name="before">The head as it was before the first link was read; null where there was none.</param>
/// <param name="hasExpired">
/// Whether the chain says that its time is over: parts of it may be gone. Those that are there must fit all the same, the time of expiry
/// among what they say.
/// </param>
public sealed class ChainCheck(string chain, ChainHead? before, bool hasExpired = false)
{
    private string? _previous = "";
    private ChainLink? _last;

    /// <summary>What is wrong with the next link.</summary>
    public IEnumerable<AuditFinding> Follow(ChainLink link)
    {
        ArgumentNullException.ThrowIfNull(link);

        var expected = (_last?.Number ?? 0) + 1;
        if (link.Number != expected)
        {
            _previous = null;
            if (!hasExpired)
            {
                yield return Missing(expected, link.Number - 1);
            }
        }

        if (link.HasMore)
        {
            yield return new(AuditFindingKind.AlteredLink, $"{chain}/{link.Number}", "it has an attribute that no link has");
        }

        if (_previous is not null && AuditHash.Of(_previous, link) != link.Hash)
        {
            yield return new(
                AuditFindingKind.AlteredLink, $"{chain}/{link.Number}", "its hash does not follow from what it says and the link before it");
        }

        if (link.Number == before?.Count && link.Hash != before.Hash)
        {
            yield return Wrong($"the head says that link {link.Number} has another hash");
        }

        (_previous, _last) = (link.Hash, link);
    }

    /// <summary>What is wrong with the chain's end.</summary>
    /// <param name="after">The head as it is after the last link was read; null where there is none.</param>
    public IEnumerable<AuditFinding> End(ChainHead? after)
    {
        var last = _last?.Number ?? 0;
        if (before?.Count > last && !hasExpired)
        {
            yield return Missing(last + 1, before.Count);
        }

        if (after is null)
        {
            if (!hasExpired)
            {
                yield return Wrong("the chain has no head");
            }
        }
        else if (after.Count < last)
        {
            yield return Wrong($"the head says that the chain ends with link {after.Count}; there are links up to {last}");
        }
        else if (_last is not null && after.ExpiresAt != _last.ExpiresAt)
        {
            yield return Wrong("the head says another time of expiry than the links");
        }
    }

    private AuditFinding Missing(long from, long to) => new(
        AuditFindingKind.RemovedLink, $"{chain}/{from}", from == to ? $"link {from} is missing" : $"links {from} to {to} are missing");

    private AuditFinding Wrong(string what) => new(AuditFindingKind.WrongHead, chain, what);
}
