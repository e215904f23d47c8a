namespace Workers.IntegrationTests.Endpoint;

/// <summary>Makes prefixes that no other run uses.</summary>
internal static class Prefix
{
    public static string Fresh() => $"t{Guid.NewGuid().ToString("N")[..10]}-";
}
