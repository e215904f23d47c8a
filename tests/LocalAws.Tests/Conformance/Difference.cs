namespace LocalAws.Tests.Conformance;

/// <summary>Something that moto does otherwise than AWS documents it. A row of the table in docs/local-aws.md.</summary>
/// <param name="Operation">What is called.</param>
/// <param name="Ours">What LocalAws does.</param>
/// <param name="Moto">What moto does.</param>
/// <param name="Documented">What AWS documents.</param>
internal sealed record Difference(string Operation, string Ours, string Moto, string Documented)
{
    /// <summary>The row.</summary>
    public string Row => $"| {Operation} | {Ours} | {Moto} | {Documented} |";

    /// <summary>Skips the spec that runs by name where the endpoint is moto.</summary>
    public void Skip(ConformanceEndpoint endpoint) => Assert.SkipWhen(endpoint.IsMoto, $"not on moto: {Operation}: {Moto}");
}
