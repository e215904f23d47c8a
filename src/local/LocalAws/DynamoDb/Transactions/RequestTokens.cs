using LocalAws.DynamoDb.Data;

namespace LocalAws.DynamoDb.Transactions;

/// <summary>Remembers for ten minutes which transactions were carried out under a client's token.</summary>
internal sealed class RequestTokens(TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Entry> _entries = [];
    private readonly Queue<(string Token, DateTimeOffset Expiry)> _expiries = [];

    /// <summary>
    /// Whether a transaction is the first of its token and has to be carried out. The second of the same request is not;
    /// one of another request, or one while the first is still open, is refused.
    /// </summary>
    /// <param name="token">The client's token.</param>
    /// <param name="fingerprint">The same for the same request.</param>
    public bool Begin(string token, UInt128 fingerprint)
    {
        lock (_gate)
        {
            Forget();
            if (!_entries.TryGetValue(token, out var entry))
            {
                _entries.Add(token, new Entry(fingerprint, IsComplete: false));
                return true;
            }

            if (entry.Fingerprint != fingerprint)
            {
                throw DynamoDbErrors.IdempotentParameterMismatch();
            }

            return entry.IsComplete ? false : throw DynamoDbErrors.TransactionInProgress();
        }
    }

    /// <summary>The transaction was carried out, or it was not: then the token is free for another try.</summary>
    public void End(string token, bool isCarriedOut)
    {
        lock (_gate)
        {
            if (!isCarriedOut)
            {
                _entries.Remove(token);
                return;
            }

            _entries[token] = _entries[token] with { IsComplete = true };
            _expiries.Enqueue((token, time.GetUtcNow() + Window));
        }
    }

    /// <summary>The tokens to be saved: those of transactions that were carried out.</summary>
    public IReadOnlyList<TokenState> Save()
    {
        lock (_gate)
        {
            Forget();
            return [.. _expiries.Select(one => new TokenState(one.Token, _entries[one.Token].Fingerprint, one.Expiry))];
        }
    }

    /// <summary>Puts saved tokens back.</summary>
    public void Restore(IReadOnlyList<TokenState> saved)
    {
        foreach (var token in saved)
        {
            _entries.Add(token.Token, new Entry(token.Fingerprint, IsComplete: true));
            _expiries.Enqueue((token.Token, token.Expiry));
        }
    }

    private void Forget()
    {
        var now = time.GetUtcNow();
        while (_expiries.TryPeek(out var oldest) && oldest.Expiry <= now)
        {
            _entries.Remove(_expiries.Dequeue().Token);
        }
    }

    private readonly record struct Entry(UInt128 Fingerprint, bool IsComplete);
}
