namespace Workers.IntegrationTests.Endpoint;

/// <summary>Skips a case by name where the endpoint cannot do what it needs, and says what that is.</summary>
internal static class Requires
{
    /// <param name="endpoint">What the suite runs on.</param>
    /// <param name="lack">What moto does not do, for example <c>it ignores a target's Input</c>.</param>
    public static void MoreThanMoto(AwsEndpoint endpoint, string lack) => Assert.SkipWhen(endpoint.IsMoto, $"not on moto: {lack}");
}
