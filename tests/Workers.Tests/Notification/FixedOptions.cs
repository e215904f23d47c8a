using Microsoft.Extensions.Options;

namespace Workers.Tests.Notification;

/// <summary>The same options under every name.</summary>
internal sealed class FixedOptions<T>(T options) : IOptionsMonitor<T>
{
    public T CurrentValue => options;

    public T Get(string? name) => options;

    public IDisposable? OnChange(Action<T, string?> listener) => null;
}
