using System.Reflection;
using Workers.IntegrationTests.Endpoint;
using Xunit.v3;

[assembly: SkipWithoutEndpoint]

namespace Workers.IntegrationTests.Endpoint;

/// <summary>Skips every case by name where the endpoint that was asked for cannot be started here.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class SkipWithoutEndpointAttribute : BeforeAfterTestAttribute
{
    private const string Key = "Why the endpoint cannot be started";

    /// <summary>Has all cases skipped.</summary>
    public static void Because(string reason) => TestContext.Current.KeyValueStorage[Key] = reason;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (TestContext.Current.KeyValueStorage.TryGetValue(Key, out var reason))
        {
            Assert.Skip((string)reason!);
        }
    }
}
