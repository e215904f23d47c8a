using LocalAws.Faults;

namespace LocalAws.Tests.Faults;

/// <summary>Faults for one request, as the front hands them to a service.</summary>
internal static class Given
{
    public static RequestFaults Fault(FaultRule rule, int seed = 1) => new([new ArmedRule(rule, seed)]);
}
