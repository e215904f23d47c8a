namespace Workers.Effects.Grouping;

/// <summary>Cancels a group's work once none of its members is waited for: one lost lease must not stop its neighbours.</summary>
internal sealed class Abandonment : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly List<CancellationTokenRegistration> _registrations;
    private int _waitedFor;

    public Abandonment(IReadOnlyCollection<Member> members)
    {
        _waitedFor = members.Count;
        _registrations = [.. members.Select(member => member.CancellationToken.Register(Leave))];
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        _registrations.ForEach(registration => registration.Dispose());
        _source.Dispose();
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _waitedFor) == 0)
        {
            _source.Cancel();
        }
    }
}
