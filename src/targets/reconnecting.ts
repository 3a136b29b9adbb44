/** A connection that is made when it is first needed, and anew after anything on it has failed. */
export function reconnecting<Connection>(
  open: () => Promise<Connection>,
  end: (connection: Connection) => unknown,
) {
  let current: Promise<Connection> | undefined
  const drop = async (connection: Promise<Connection>) => {
    if (current === connection) current = undefined
    await connection.then(end).catch(() => undefined)
  }
  return {
    async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
      const connection = (current ??= open())
      try {
        return await work(await connection)
      } catch (error) {
        void drop(connection)
        throw error
      }
    },
    close: async () => {
      if (current) await drop(current)
    },
  }
}
