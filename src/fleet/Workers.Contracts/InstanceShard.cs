using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Workers.Contracts;

/// <summary>Spreads what many instances write over some shards, so that they hardly meet.</summary>
public static class InstanceShard
{
    /// <summary>The shard of an instance, from 0: the same whenever it restarts.</summary>
    /// <param name="instance">The instance's name.</param>
    /// <param name="shards">How many shards there are; from 1.</param>
    public static int Of(string instance, int shards)
    {
        // string.GetHashCode differs in every process.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(instance));
        return (int)(BinaryPrimitives.ReadUInt32BigEndian(hash) % (uint)shards);
    }
}
