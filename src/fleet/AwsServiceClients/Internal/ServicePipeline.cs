#nullable enable
using Amazon.Runtime.Internal;

namespace Amazon.Internal;

/// <summary>What a service's client adds to the runtime's pipeline: who signs, and where to.</summary>
internal static class ServicePipeline
{
    public static void AddTo(RuntimePipeline pipeline)
    {
        pipeline.RemoveHandler<EndpointResolver>();
        pipeline.AddHandlerAfter<Marshaller>(new ServiceEndpointResolver());
        pipeline.AddHandlerAfter<Marshaller>(new SigV4Handler());
    }
}
