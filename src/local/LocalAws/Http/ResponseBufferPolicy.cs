using Microsoft.Extensions.ObjectPool;

namespace LocalAws.Http;

/// <summary>Keeps buffers of ordinary size.</summary>
internal sealed class ResponseBufferPolicy : IPooledObjectPolicy<ResponseBuffer>
{
    public ResponseBuffer Create() => new();

    public bool Return(ResponseBuffer obj)
    {
        obj.Clear();
        return obj.IsWorthKeeping;
    }
}
