using Microsoft.Extensions.Options;

namespace Workers.Producer.Http;

/// <summary>Counts the bytes of bodies in hand: what is scarce is memory, and bodies differ in what they take of it.</summary>
internal sealed class BodyBudget(IOptions<RequestLimitOptions> options)
{
    private readonly long _most = options.Value.MaxBodyBytes;
    private long _held;

    /// <summary>The bytes in hand.</summary>
    public long Held => Interlocked.Read(ref _held);

    /// <summary>Takes bytes, or none and says no.</summary>
    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref _held, bytes) <= _most)
        {
            return true;
        }

        Give(bytes);
        return false;
    }

    public void Give(long bytes) => Interlocked.Add(ref _held, -bytes);
}
