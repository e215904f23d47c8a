#nullable enable
using Amazon.Runtime.Internal;

namespace Amazon.Internal;

/// <summary>A service's name for the runtime's metrics and endpoint settings; no operation is renamed.</summary>
internal sealed class NamedService(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
