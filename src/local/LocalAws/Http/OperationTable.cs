using System.Collections.Frozen;

namespace LocalAws.Http;

/// <summary>All services and their operations: what a request's target leads to.</summary>
/// <param name="services">The services by the short name that calls are counted under, such as <c>sqs</c>.</param>
internal sealed class OperationTable(IReadOnlyDictionary<string, IAwsService> services)
{
    private readonly FrozenDictionary<string, OperationRoute> _routes = (
        from service in services
        from operation in service.Value.Operations
        select KeyValuePair.Create(
            $"{service.Value.TargetPrefix}.{operation.Key}",
            new OperationRoute(service.Value, $"{service.Key}.{operation.Key}", operation.Value))).ToFrozenDictionary();

    /// <summary>The services by their short names.</summary>
    public IReadOnlyDictionary<string, IAwsService> Services => services;

    /// <summary>What each operation's calls are counted under.</summary>
    public IReadOnlyCollection<string> Names => [.. _routes.Values.Select(route => route.Name)];

    /// <summary>How often each operation was called since the start or the last reset; those never called are left out.</summary>
    public IReadOnlyDictionary<string, long> Calls =>
        _routes.Values.Where(route => route.Calls > 0).ToDictionary(route => route.Name, route => route.Calls);

    /// <summary>The operation that <c>X-Amz-Target</c> names.</summary>
    /// <exception cref="AwsException">There is no such operation; the message lists those there are.</exception>
    public OperationRoute Find(string? target) =>
        target is not null && _routes.TryGetValue(target, out var route) ? route : throw Unknown(target);

    /// <summary>The service that the target names, whether or not it has the operation.</summary>
    public IAwsService? ServiceOf(string? target) => services.Values.FirstOrDefault(
        service => target?.StartsWith($"{service.TargetPrefix}.", StringComparison.Ordinal) == true);

    /// <summary>Makes every service forget what it holds, and counts from zero.</summary>
    public void Reset()
    {
        foreach (var service in services.Values)
        {
            service.Reset();
        }

        foreach (var route in _routes.Values)
        {
            route.Reset();
        }
    }

    private AwsException Unknown(string? target)
    {
        var service = ServiceOf(target);
        var supported = service is null
            ? $"Services: {string.Join(", ", services.Values.Select(service => service.TargetPrefix))}."
            : $"Supported: {string.Join(", ", service.Operations.Keys.Order(StringComparer.Ordinal))}.";
        return new AwsException(
            "UnknownOperationException",
            target is null
                ? $"The request has no X-Amz-Target header. {supported}"
                : $"LocalAws has no operation {target}. {supported}")
        {
            TypeNamespace = "com.amazon.coral.service",
        };
    }
}
